-- What the filters dropped, by document; the pieces of a document are summed. $shards names the shard of each of the $skipped.
insert into skipped
with files as (select unnest(range(len($shards))) as number, unnest($shards) as shard)
select doc_no, filter, sum(found.sentences), sum(characters)
from read_parquet($skipped) as found
join files on files.number = found.file_index
join documents using (shard, record)
group by doc_no, filter;
