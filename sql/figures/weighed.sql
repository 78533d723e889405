-- The cells with all that the sums of a group ask of them.
-- One row: a cell (cells.sql), the units that state its prompt in the whole scope, whether the prompt has one mention there,
-- and what asked.sql says of the prompt.
create or replace temp table weighed_cells as
select prompt_id, grp, unit, mentions, units, once, billionths, pooled, touched, conflicting, relation_group
from cells
join spread using (prompt_id, scope)
join asked using (prompt_id);
