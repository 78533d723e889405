-- Prompts whose figures may depend on the choice of dedup; all others are the same under every choice.
-- One row: a prompt that a document with copies states, or a sentence that several documents state.
create or replace temp table touched as
with copied_documents as (
    select doc_no from documents where cluster in (select cluster from documents where doc_no <> cluster)
)
select prompt_id from prompt_documents semi join copied_documents using (doc_no)
union
select prompt_id from copied;
