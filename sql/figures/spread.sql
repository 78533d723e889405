-- In how many units each prompt lies, over its whole scope.
-- One row: a prompt in a scope. once: it has exactly one mention there (copies of a document are one).
-- $apart: no unit lies in several groups of a scope, so every cell of a prompt is another unit.
create or replace temp table spread as
with by_unit as (
    select prompt_id, scope, first_copy, last_copy, most from cells where $apart
    union all
    select prompt_id, scope, min(first_copy), max(last_copy), max(most)
    from cells
    where not $apart
    group by prompt_id, scope, unit
)
select
    prompt_id,
    scope,
    count(*) as units,
    min(first_copy) = max(last_copy) and max(most) = 1 as once
from by_unit
group by prompt_id, scope;
