-- The prompts that changed most, of every kind of change: stated most often where they are stated, or were.
-- One row: a prompt, $most of each change, with the domain that states most of it, and up to three of the answers that the run
-- which states it more often gives, those stated most often first.
with ranked as (
    select prompt_id, change, mentions_a, mentions_b, units_a, units_b
    from prompt_changes
    where kind = 'overall' and change <> ''
    qualify row_number() over (
        partition by change
        order by greatest(units_a, units_b) desc, greatest(mentions_a, mentions_b) desc, prompt_id
    ) <= $most
),
of_b as (select prompt_id, units_b >= units_a as later from ranked),
named as (
    select prompt_id, subject, relation from run_a.prompts semi join (from of_b where not later) using (prompt_id)
    union all
    select prompt_id, subject, relation from run_b.prompts semi join (from of_b where later) using (prompt_id)
),
stated as (
    select prompt_id, object, count(*) as mentions
    from run_a.occurrences
    join (select fact_id, prompt_id, object from run_a.facts semi join (from of_b where not later) using (prompt_id))
        using (fact_id)
    where asserted
    group by prompt_id, object
    union all
    select prompt_id, object, count(*)
    from run_b.occurrences
    join (select fact_id, prompt_id, object from run_b.facts semi join (from of_b where later) using (prompt_id))
        using (fact_id)
    where asserted
    group by prompt_id, object
),
answers as (
    select prompt_id, list(object order by mentions desc, object)[:3] as answers, count(*) as all_answers
    from stated
    group by prompt_id
),
homes as (
    select prompt_id, arg_min(grp, (-greatest(mentions_a, mentions_b), grp)) as domain
    from prompt_changes
    where kind = 'domain' and prompt_id in (select prompt_id from ranked)
    group by prompt_id
)
select
    change, subject, relation, coalesce(answers, []) as answers, coalesce(all_answers, 0) as all_answers,
    coalesce(domain, '') as domain, units_a, units_b, mentions_a, mentions_b
from ranked
join named using (prompt_id)
left join answers using (prompt_id)
left join homes using (prompt_id)
order by change, greatest(units_a, units_b) desc, greatest(mentions_a, mentions_b) desc, prompt_id;
