-- In place of the table prompt_documents where facts count, in the same order.
-- One row: a fact (by_fact/facts.sql) in a document, with its asserted mentions.
create or replace temp table prompt_documents as
select coalesce(finest, fact_id) as prompt_id, doc_no, count(*) as mentions
from factscan.occurrences left join coarse using (fact_id)
where asserted
group by all
order by prompt_id, doc_no;
