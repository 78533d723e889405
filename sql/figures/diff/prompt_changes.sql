-- How every prompt stands in either run.
-- One row: a prompt that a group states in either run, with the group's mentions in each, and the units of the scope that
-- state it in each; 0: none. In the scope mix a prompt that the group does not state may be known from other groups.
create or replace temp table prompt_changes as
with beside as (
    select
        kind, grp, prompt_id,
        coalesce(max(mentions) filter (run = 'run_a'), 0) as mentions_a,
        coalesce(max(mentions) filter (run = 'run_b'), 0) as mentions_b,
        coalesce(max(units) filter (run = 'run_a'), 0) as units_a,
        coalesce(max(units) filter (run = 'run_b'), 0) as units_b
    from kept_prompts
    group by kind, grp, prompt_id
),
standing as (
    select prompt_id, units_a as all_a, units_b as all_b from beside where kind = 'overall' and $scope = 'mix'
)
select
    kind, grp, prompt_id, mentions_a, mentions_b,
    greatest(units_a, coalesce(all_a, 0)) as units_a, greatest(units_b, coalesce(all_b, 0)) as units_b,
    case
        when units_a = 0 and coalesce(all_a, 0) = 0 then 'gained'
        when units_b = 0 and coalesce(all_b, 0) = 0 then 'lost'
        when greatest(units_a, coalesce(all_a, 0)) = 1 and greatest(units_b, coalesce(all_b, 0)) > 1 then 'became known'
        when greatest(units_a, coalesce(all_a, 0)) > 1 and greatest(units_b, coalesce(all_b, 0)) = 1
            then 'became a singleton'
        else ''
    end as change
from beside left join standing using (prompt_id);
