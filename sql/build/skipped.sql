-- What the filters dropped, tied to its document's number.
insert into skipped
select doc_no, filter, parts.sentences, characters
from (
    select *, regexp_extract(filename, '([^/\\]+)-\d+[/\\]skipped\.parquet$', 1) as shard_key
    from read_parquet($files, filename = true)
) as parts
join (select doc_no, record, shard_key from documents join shards using (shard)) using (shard_key, record);
