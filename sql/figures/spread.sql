-- In how many units each prompt lies, over its whole scope.
-- One row: a prompt in a scope. once: it has exactly one mention there.
create or replace temp table spread as
select
    prompt_id,
    scope,
    count(distinct unit) as units,
    -- By shard, copies of one document stand in several groups as the same unit.
    case $group_by when 'shard' then max(mentions) else sum(mentions) end = 1 and count(distinct unit) = 1 as once
from cells
group by prompt_id, scope;
