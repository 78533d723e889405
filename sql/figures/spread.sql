-- In how many units each prompt lies, over its whole scope.
-- One row: a prompt in a scope. once: it has exactly one mention there (copies of a document are one).
create or replace temp table spread as
select
    prompt_id,
    scope,
    count(distinct unit) as units,
    min(first_copy) = max(last_copy) and max(most) = 1 as once
from cells
group by prompt_id, scope;
