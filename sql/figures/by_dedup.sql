-- What every choice of dedup makes of the missing mass and the floor.
-- One row: a group under a dedup, with its mentions N, u those of prompts in one unit, w the same less the lucky guesses.
-- Only prompts that copies touch are counted anew for each choice; the others are taken from the layout of the chosen one.
-- $subjects lists the kinds of subject that count.
with choosable as (
    select dedup, prompt_id, doc_no, grp, scope, unit, mentions
    from prompt_documents
    semi join touched using (prompt_id)
    join choices using (doc_no)
),
repeated as (
    select prompt_id, doc_no, sum(mentions)::bigint as repeats from repeats where dedup = 'near' group by all
),
stated as (
    from choosable
    union all
    select 'near,sentences', prompt_id, doc_no, grp, scope, unit, mentions - coalesce(repeats, 0)
    from choosable left join repeated using (prompt_id, doc_no)
    where dedup = 'near' and mentions > coalesce(repeats, 0)
),
known as (
    select dedup, prompt_id, scope, min(unit) = max(unit) as singleton from stated group by all
),
sums as (
    select
        dedup, grp, sum(mentions) as mentions,
        sum(mentions) filter (singleton) as u, sum(mentions * billionths) filter (singleton) as w
    from stated
    join known using (dedup, prompt_id, scope)
    join prompts using (prompt_id)
    join weights using (relation)
    where list_contains($subjects, subject_kind)
    group by dedup, grp
    union all
    select
        unnest(['none', 'exact', 'near', 'near,sentences']), grp, sum(mentions),
        sum(mentions) filter (units = 1), sum(mentions * billionths) filter (units = 1)
    from weighed
    where not touched
    group by grp
)
select
    dedup, grp, sum(mentions)::bigint as mentions,
    coalesce(sum(u), 0)::double as u, coalesce(sum(w), 0)::double / 1e9 as w
from sums
group by dedup, grp
order by grp, dedup;
