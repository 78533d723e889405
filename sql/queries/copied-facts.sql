-- Facts that look frequent and are copies: all documents that state them are near-duplicates of each other.
-- One row: a fact with its documents, how many of their texts differ by more than case and white space, and the first of
-- them. The report counts it once. Subjects are names and topics.
-- $domain = null   only where the first document is of this domain
-- $limit = 20   how many rows
with copied as (
    select fact_id, min(doc_no) as first_doc
    from occurrences join documents using (doc_no)
    where asserted
    group by fact_id
    having min(cluster) = max(cluster) and min(doc_no) < max(doc_no)
),
sized as (
    select fact_id, any_value(first_doc) as first_doc, count(distinct doc_no) as documents, count(distinct exact_cluster) as texts
    from occurrences join copied using (fact_id) join documents using (doc_no)
    where asserted
    group by fact_id
)
select
    subject, relation, object, sized.documents, texts, domain, coalesce(nullif(title, ''), doc_id) as first_document
from sized
join facts using (fact_id)
join prompts using (prompt_id)
join documents on doc_no = first_doc
where subject_kind in ('name', 'topic') and ($domain is null or domain = $domain)
order by sized.documents desc, texts desc, subject, relation, object
limit $limit;
