-- All prompts that count, with how often they are stated and what is answered. $domain: those that are stated there.
-- One row: a prompt. units is how many documents (or clusters, sources) state it, 1 for a singleton; answer the most stated of its
-- answers, of which there are several that differ; domain the one that states it most.
with by_domain as (select prompt_id, grp as domain, sum(mentions)::bigint as mentions from cells group by all),
counted_prompts as (
    select
        prompt_id, sum(mentions)::bigint as mentions, count(*) as domains, arg_max(domain, (mentions, domain)) as domain,
        coalesce(bool_or(domain = $domain), true) as there
    from by_domain
    group by prompt_id
),
by_fact as (
    select fact_id, count(*) as mentions
    from occurrences
    join counted using (doc_no)
    join facts using (fact_id)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted
    group by fact_id
),
answered as (
    select prompt_id, count(*) as answers, arg_max(object, (mentions, fact_id)) as answer, max(mentions) as answer_mentions
    from by_fact join facts using (fact_id)
    group by prompt_id
)
select
    prompt_id, subject, subject_kind, relation, counted_prompts.mentions, units, answer, answer_mentions, answers, domain, domains
from counted_prompts
join prompts using (prompt_id)
join spread using (prompt_id)
join answered using (prompt_id)
where there
order by units desc, counted_prompts.mentions desc, prompt_id
limit $limit;
