-- Age of the facts: answers that are dates, by decade.
-- One row: a decade (1810: the years 1810 to 1819; -50: 50 to 41 BC, as the texts count), with the facts, prompts and mentions
-- whose date begins in it, and the prompts that only one document states. Counted as in the report.
-- $relation = null   only this relation ('birth date', say)
-- $domain = null   only the mentions of this domain
with dated as (
    select fact_id, prompt_id, floor(first_day(object) / 100000)::bigint * 10 as decade
    from facts join prompts using (prompt_id)
    where object_type = 'date' and subject_kind in ('name', 'topic') and ($relation is null or relation = $relation)
),
spread as (
    select prompt_id, count(*) as documents
    from counted
    semi join dated using (prompt_id)
    group by prompt_id
)
select
    decade, count(distinct fact_id) as facts, count(distinct prompt_id) as prompts,
    count(distinct prompt_id) filter (spread.documents = 1) as singletons, count(*) as mentions
from dated
join occurrences using (fact_id)
join documents using (doc_no)
join spread using (prompt_id)
where asserted and doc_no = cluster and ($domain is null or domain = $domain)
group by decade
order by decade nulls first;
