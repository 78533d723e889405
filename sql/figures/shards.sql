-- One row: a shard.
select shard from shards order by shard;
