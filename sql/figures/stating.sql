-- One row: a document that states something about the $subjects, and its mentions, asserted ones only.
create or replace temp table stating as
select doc_no, sum(mentions)::bigint as mentions
from prompt_documents
semi join (select prompt_id from prompts where list_contains($subjects, subject_kind)) using (prompt_id)
group by doc_no;
