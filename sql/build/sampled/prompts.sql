-- Asserted mentions by document and kind of subject, kept or not, for the parts of a batch.
-- One row: a kind in a document. A kept mention whose prompt is of another kind in the whole run than in its document stands
-- for $one_in mentions that move from kind to kind.
insert into document_mentions
with counted as (
    select doc_no, found.subject_kind, found.mentions
    from read_parquet($document_mentions) as found
    join batch_documents as document on document.file = found.file_index and document.record = found.record
),
found_as as (
    select
        facts.file_index as file, facts.file_row_number as fact_row,
        found.subject_kind as found_kind, prompts.subject_kind
    from read_parquet($facts) as facts
    join read_parquet($prompts) as found
        on found.file_index = facts.file_index and found.file_row_number = facts.prompt_row
    join prompts on prompts.prompt_id = found.prompt_id
    where found.subject_kind <> prompts.subject_kind
),
moved as (
    select doc_no, found_kind, found_as.subject_kind
    from read_parquet($occurrences) as stated
    join found_as on found_as.file = stated.file_index and found_as.fact_row = stated.fact_row
    join batch_documents as document on document.file = stated.file_index and document.record = stated.record
    where asserted
),
changes as (
    from counted
    union all
    select doc_no, subject_kind, $one_in from moved
    union all
    select doc_no, found_kind, -$one_in from moved
)
select doc_no, subject_kind, sum(mentions)
from changes
group by doc_no, subject_kind
having sum(mentions) <> 0;
