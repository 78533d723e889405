-- The weighed cells by the groups that are laid out.
-- One row: a cell (weighed.sql) and its group.
create or replace temp view weighed as select * exclude (relation_group) from weighed_cells;
