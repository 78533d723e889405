-- Asserted mentions by prompt and document.
insert into prompt_documents
select prompt_id, doc_no, count(*)
from occurrences join facts using (fact_id)
where asserted
group by prompt_id, doc_no;
