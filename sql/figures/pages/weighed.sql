-- The cells of the relations on the pages, for the sums of units.sql and pairs.sql: a relation of a group is their group.
-- One row: a cell (cells.sql) with the units that state its prompt in the whole scope. Lucky guesses are not asked for, so
-- there are no weights.
create or replace temp table weighed as
with asked as (
    select grp, prompt_id, number, known.units
    from known
    join prompts using (prompt_id)
    join page_relations using (grp, relation)
)
select prompt_id, number as grp, unit, mentions, units, 0::bigint as billionths
from cells join asked using (grp, prompt_id);
