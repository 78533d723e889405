-- One row: a group with its counts. new_prompts: prompts in exactly one unit; incidence: units summed over prompts
-- (within the group).
select
    grp,
    count(distinct prompt_id) as prompts,
    sum(mentions)::bigint as mentions,
    count(distinct prompt_id) filter (units = 1) as singletons,
    count(distinct prompt_id) filter (once) as once,
    count(*) as incidence,
    count(distinct unit) as units
from cells
join spread using (prompt_id, scope)
group by grp
order by grp;
