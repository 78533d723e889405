-- Which units of the two runs hold documents that are the same (same_documents.sql).
-- One row: a unit of run_a and a unit of run_b; same: any of the documents has the same key or text in both.
create or replace temp table unit_links as
select one.unit as a, other.unit as b, bool_or(how <> 'edited') as same
from same_documents
join (from members where run = 'run_a') as one on one.doc_no = same_documents.a
join (from members where run = 'run_b') as other on other.doc_no = same_documents.b
group by one.unit, other.unit;
