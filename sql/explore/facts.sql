-- Facts with their counts: copies aside, whatever the kind of their subject. $prompts, $relations, $domain: only these; null for all.
-- One row: a fact. documents state it, domain is the first of its domains; singleton: one document alone states its prompt (anywhere, whatever $domain is).
with chosen as (
    select fact_id, prompt_id, subject, subject_kind, relation, object, object_type
    from facts join prompts using (prompt_id)
    where ($prompts is null or prompt_id in (select unnest($prompts::ubigint[])))
        and ($relations is null or relation in (select unnest($relations::varchar[])))
),
stated as (
    select
        fact_id, count(*) as mentions, count(distinct doc_no) as documents, min(domain) as domain,
        count(distinct domain) as domains
    from occurrences
    semi join chosen using (fact_id)
    join documents using (doc_no)
    where asserted and doc_no = cluster and ($domain is null or domain = $domain)
    group by fact_id
),
spread as (
    select prompt_id, count(*) as documents
    from prompt_documents semi join chosen using (prompt_id) join documents using (doc_no)
    where doc_no = cluster
    group by prompt_id
)
select
    subject, subject_kind, relation, object, object_type, mentions, stated.documents, domain, domains,
    spread.documents = 1 as singleton, prompt_id, fact_id
from stated join chosen using (fact_id) join spread using (prompt_id)
order by mentions desc, stated.documents desc, subject, relation, object, fact_id
limit $limit;
