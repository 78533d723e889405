-- The sentences in which all mentions were counted, for the parts of a batch.
-- One row: a sentence.
insert into counted_sentences
select doc_no, words, names, topics
from read_parquet($counted_sentences) as found
join batch_documents as document on document.file = found.file_index and document.record = found.record;
