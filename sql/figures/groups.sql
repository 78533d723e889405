-- One row: a group with its counts. singletons: prompts in one unit of the scope; once: prompts with one mention in the
-- scope; conflicting: prompts with several answers; incidence: the units of the group that state each prompt, summed over prompts.
with by_prompt as (
    select
        grp, count(*) as incidence, sum(mentions)::bigint as mentions,
        any_value(units) = 1 as singleton, any_value(once) as once, any_value(conflicting) as conflicting
    from weighed
    group by grp, prompt_id
)
select
    grp,
    count(*) as prompts,
    sum(mentions)::bigint as mentions,
    count(*) filter (singleton) as singletons,
    count(*) filter (once) as once,
    count(*) filter (conflicting) as conflicting,
    sum(incidence)::bigint as incidence
from by_prompt
group by grp
order by grp;
