-- Asserted mentions by prompt and document, for the parts of a batch. A document lies whole in them, so nothing is added up
-- later. A fact may be spelled in several ways, all of one prompt.
insert into stated
with prompt_of as (select distinct fact_id, prompt_id from read_parquet($facts))
select prompt_id, doc_no, count(*)
from read_parquet($occurrences) as found
join batch_documents as document on document.file = found.file_index and document.record = found.record
join prompt_of using (fact_id)
where asserted
group by prompt_id, doc_no;
