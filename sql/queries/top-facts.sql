-- The most frequent facts: what the corpus says again and again.
-- One row: a fact, with its mentions and the documents that state it. Counted as in the report.
-- $domain = null   only in this domain
-- $limit = 20   how many rows
with stated as (
    select fact_id, count(*) as mentions, count(distinct doc_no) as documents
    from occurrences join documents using (doc_no)
    where asserted and doc_no = cluster and ($domain is null or domain = $domain)
    group by fact_id
)
select subject, relation, object, mentions, documents
from stated join facts using (fact_id) join prompts using (prompt_id)
where subject_kind in ('name', 'topic')
order by mentions desc, documents desc, subject, relation, object
limit $limit;
