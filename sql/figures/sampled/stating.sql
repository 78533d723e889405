-- Of a sampled run: the mentions of each document about the $subjects, kept or not.
-- One row: a document that states something about them.
create or replace temp table stating as
select doc_no, sum(mentions)::bigint as mentions
from document_mentions
where list_contains($subjects, subject_kind)
group by doc_no
having sum(mentions) <> 0;
