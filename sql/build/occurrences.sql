-- Mentions, tied to their document's number.
insert into occurrences
select fact_id, doc_no, sentence_hash, sentence_start, char_start, char_end, asserted, flags, confidence
from (
    select *, regexp_extract(filename, '([^/\\]+)-\d+[/\\]occurrences\.parquet$', 1) as shard_key
    from read_parquet($files, filename = true)
)
join (select doc_no, record, shard_key from documents join shards using (shard)) using (shard_key, record);
