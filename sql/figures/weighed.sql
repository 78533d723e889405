-- The cells with all that the sums of a group ask of them.
-- One row: a cell (cells.sql), the units that state its prompt in the whole scope, whether the prompt has one mention there,
-- whether copies touch it, 1 − κ of its relation in billionths, and whether the proven bound pools the relation.
create or replace temp table weighed as
select
    prompt_id, grp, unit, mentions, units, once, billionths, pooled,
    prompt_id in (select prompt_id from touched) as touched
from cells
join spread using (prompt_id, scope)
join weights using (relation);
