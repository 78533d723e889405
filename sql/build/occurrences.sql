-- Mentions, tied to their document's number, for the parts of a batch; in the order of their facts, so that those of one fact
-- are found by reading a small share of each batch.
insert into occurrences
select fact_id, doc_no, sentence_hash, sentence_start, char_start, char_end, asserted, flags, confidence
from read_parquet($occurrences) as found
join batch_documents as document on document.file = found.file_index and document.record = found.record
order by fact_id;
