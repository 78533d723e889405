-- Asserted mentions by prompt and document, in the order of prompts: what is grouped by prompt then finds the rows of one
-- side by side, in a third of the time and of the space.
insert into prompt_documents
select prompt_id, doc_no, mentions from stated order by prompt_id, doc_no;
