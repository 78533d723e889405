-- What two units know together and no other does: mentions of prompts that lie in exactly these two units of the scope, summed
-- over the prompts before anything is multiplied.
-- One row: two units and a group, with its mentions in the first (a) and in the second (b) and the same less the lucky
-- guesses, in billionths. Where units lie in one group each, a or b is 0 if the other is in another group.
-- In the $scope alone a prompt is another one in every group.
create or replace temp table pair_sums as
with cells_of_two as (
    select prompt_id, case $scope when 'alone' then grp::varchar else '' end as scope, grp, unit, mentions, billionths
    from weighed
    where units = 2
),
ends as (
    select prompt_id, scope, min(unit) as first, max(unit) as second from cells_of_two group by prompt_id, scope
)
select
    grp, first, second,
    coalesce(sum(mentions) filter (unit = first), 0)::hugeint as a,
    coalesce(sum(mentions) filter (unit = second), 0)::hugeint as b,
    coalesce(sum(mentions * billionths) filter (unit = first), 0)::hugeint as wa,
    coalesce(sum(mentions * billionths) filter (unit = second), 0)::hugeint as wb
from cells_of_two join ends using (prompt_id, scope)
group by grp, first, second;
