-- The domains: what they hold and how much of it only one document of the corpus states.
-- One row: a domain. Copies of documents are counted as one; subjects are names and topics, as in the report.
with counted as (
    select prompt_id, domain, sum(prompt_documents.mentions) as mentions, count(*) as documents
    from prompt_documents join documents using (doc_no) join prompts using (prompt_id)
    where doc_no = exact_cluster and subject_kind in ('name', 'topic')
    group by prompt_id, domain
),
spread as (select prompt_id, sum(documents) as documents from counted group by prompt_id),
texts as (select domain, count(*) as documents, sum(words)::bigint as words from documents group by domain)
select
    domain, any_value(texts.documents) as documents, any_value(words) as words,
    coalesce(sum(mentions), 0)::bigint as mentions, count(prompt_id) as prompts,
    count(*) filter (spread.documents = 1) as singletons,
    coalesce(sum(mentions) filter (spread.documents = 1), 0) / sum(mentions) as missing_mass
from texts left join counted using (domain) left join spread using (prompt_id)
group by domain
order by domain;
