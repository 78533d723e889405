-- Bad records, in the order of the shards.
insert into rejects
select shard, record, place, reason, excerpt
from (
    select *, regexp_extract(filename, '([^/\\]+)-\d+[/\\]rejects\.parquet$', 1) as shard_key
    from read_parquet($files, filename = true)
)
join (select shard, shard_key from shards) using (shard_key)
order by shard, record;
