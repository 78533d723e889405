-- The domains: what they hold and how much of it only one document of the corpus states.
-- One row: a domain; only_here: prompts that no other domain states. Counted as in the report.
with cells as (
    select prompt_id, domain, sum(mentions) as mentions, count(*) as documents from counted group by all
),
spread as (
    select prompt_id, sum(documents) as documents, count(*) as domains from cells group by prompt_id
),
texts as (select domain, count(*) as documents, sum(words)::bigint as words from documents group by domain)
select
    domain, any_value(texts.documents) as documents, any_value(words) as words,
    coalesce(sum(mentions), 0)::bigint as mentions, count(prompt_id) as prompts,
    count(*) filter (spread.documents = 1) as singletons,
    count(*) filter (spread.domains = 1) as only_here,
    coalesce(sum(mentions) filter (spread.documents = 1), 0) / sum(mentions) as missing_mass
from texts left join cells using (domain) left join spread using (prompt_id)
group by domain
order by domain;
