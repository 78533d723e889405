-- Which units of the two runs hold documents that are the same (same_documents.sql).
-- One row: a unit of run_a and a unit of run_b; same: a document of it has the same key or text in both, or, where units hold
-- many documents ($many), all documents of both have.
create or replace temp table unit_links as
with sizes as (select run, unit, count(*) as documents from members group by run, unit)
select
    one.unit as a, other.unit as b,
    count(*) filter (how <> 'edited') as held,
    if($many, held = any_value(of_one.documents) and held = any_value(of_other.documents), held > 0) as same
from same_documents
join (from members where run = 'run_a') as one on one.doc_no = same_documents.a
join (from members where run = 'run_b') as other on other.doc_no = same_documents.b
join (from sizes where run = 'run_a') as of_one on of_one.unit = one.unit
join (from sizes where run = 'run_b') as of_other on of_other.unit = other.unit
group by one.unit, other.unit;
