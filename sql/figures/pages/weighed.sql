-- The cells of the relations on the pages, for the sums of units.sql and pairs.sql: a relation of a group is their group.
-- One row: a cell (cells.sql) with the units that state its prompt in the whole scope. Lucky guesses are not asked for, so
-- there are no weights.
create or replace temp table weighed as
select prompt_id, number as grp, unit, cells.mentions, units, 0::bigint as billionths
from cells
join spread using (prompt_id, scope)
join prompts using (prompt_id)
join page_relations using (grp, relation);
