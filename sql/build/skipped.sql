-- What the filters dropped, by document, for the parts of a batch; the pieces of a document are summed.
insert into skipped
select doc_no, filter, sum(found.sentences), sum(characters)
from read_parquet($skipped) as found
join batch_documents as document on document.file = found.file_index and document.record = found.record
group by doc_no, filter;
