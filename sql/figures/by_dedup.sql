-- What every choice of dedup makes of the missing mass and the floor.
-- One row: a group under a dedup, with its mentions N, u those of prompts in one unit, w the same less the lucky guesses.
-- Only prompts that copies touch are looked at anew for each choice; all others are taken from the layout of the chosen one.
-- $one_in: how many mentions a row stands for, where rows are a sample of the prompts; the counts of stating are exact.
-- $settled: a prompt that is in two units under the chosen dedup is in two under every other, so that it is a singleton under
-- none, unless repeated sentences ($without_repeats: they are left out already) are all that one of the units has.
with repeated as (
    select prompt_id, doc_no, sum(mentions)::bigint as repeats from repeats where dedup = 'near' group by all
),
totals as (
    select dedup, grp, sum(mentions) as mentions from choices join stating using (doc_no) group by all
    union all
    select 'near,sentences', grp, sum(mentions - $one_in * coalesce(repeats, 0))
    from choices
    join stating using (doc_no)
    left join (select doc_no, sum(repeats) as repeats from repeated group by doc_no) using (doc_no)
    where dedup = 'near'
    group by grp
),
repeating as (
    select prompt_id, count(*) as documents from repeated where not $without_repeats group by prompt_id
),
doubtful as (
    select prompt_id
    from (from asked where touched)
    anti join (
        select prompt_id
        from spread left join repeating using (prompt_id)
        where $settled and units - coalesce(documents, 0) > 1
    ) using (prompt_id)
),
choosable as (
    select dedup, prompt_id, doc_no, grp, scope, unit, mentions
    from prompt_documents
    semi join doubtful using (prompt_id)
    join choices using (doc_no)
),
stated as (
    from choosable
    union all
    select 'near,sentences', prompt_id, doc_no, grp, scope, unit, mentions - coalesce(repeats, 0)
    from choosable left join repeated using (prompt_id, doc_no)
    where dedup = 'near' and mentions > coalesce(repeats, 0)
),
known as (
    select dedup, prompt_id, scope from stated group by all having min(unit) = max(unit)
),
singletons as (
    select dedup, grp, sum(mentions) as u, sum(mentions * billionths) as w
    from stated
    join known using (dedup, prompt_id, scope)
    join asked using (prompt_id)
    group by dedup, grp
    union all
    select
        unnest(['none', 'exact', 'near', 'near,sentences']), grp, sum(mentions), sum(mentions * billionths)
    from weighed
    where units = 1 and not touched
    group by grp
),
estimated as (select dedup, grp, sum(u)::double as u, sum(w)::double / 1e9 as w from singletons group by all)
select
    dedup, grp, totals.mentions::bigint as mentions,
    least(coalesce(u, 0) * $one_in, totals.mentions::bigint) as u,
    least(coalesce(w, 0) * $one_in, totals.mentions::bigint) as w
from totals left join estimated using (dedup, grp)
order by grp, dedup;
