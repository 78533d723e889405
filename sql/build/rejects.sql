-- Bad records. $shards names the shard of each of the $rejects.
insert into rejects
with files as (select unnest(range(len($shards))) as number, unnest($shards) as shard)
select shard, record, place, reason, excerpt
from read_parquet($rejects) as found join files on files.number = found.file_index;
