-- The most frequent facts: what the corpus says again and again.
-- One row: a fact, with its mentions and the documents that state it. Counted as in the report.
-- $domain = null   only in this domain
-- $limit = 20   how many rows
select subject, relation, object, count(*) as mentions, count(distinct doc_no) as documents
from mentions
where counted and ($domain is null or domain = $domain)
group by fact_id, subject, relation, object
order by mentions desc, documents desc, subject, relation, object
limit $limit;
