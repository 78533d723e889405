-- The weighed cells by what their prompts ask.
-- One row: a cell (weighed.sql), whose group is that of its relation, by number (weights).
create or replace temp view weighed as select * exclude (grp, relation_group), relation_group as grp from weighed_cells;
