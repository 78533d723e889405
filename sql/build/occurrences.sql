-- Mentions, tied to their document's number. $shards names the shard of each of the $occurrences.
insert into occurrences
with files as (select unnest(range(len($shards))) as number, unnest($shards) as shard)
select fact_id, doc_no, sentence_hash, sentence_start, char_start, char_end, asserted, flags, confidence
from read_parquet($occurrences) as found
join files on files.number = found.file_index
join documents using (shard, record);
