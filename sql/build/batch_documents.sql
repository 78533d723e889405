-- The numbers of the documents in the parts of a batch, so that what they state is tied to a small table and not to all.
-- One row: a document in a part; file is the place of the part in the batch. $shards names the shard of each of $documents.
create or replace temp table batch_documents as
with files as (select unnest(range(len($shards))) as file, unnest($shards) as shard)
select file, record, doc_no
from read_parquet($documents) as found
join files on files.file = found.file_index
join documents using (shard, record);
