-- One row: a group with its counts. singletons: prompts in one unit of the scope; once: prompts with one mention in the
-- scope; incidence: the units of the group that state each prompt, summed over prompts.
select
    grp,
    count(distinct prompt_id) as prompts,
    sum(mentions)::bigint as mentions,
    count(distinct prompt_id) filter (units = 1) as singletons,
    count(distinct prompt_id) filter (once) as once,
    count(*) as incidence
from cells
join spread using (prompt_id, scope)
group by grp
order by grp;
