-- One row: a shard that could not be read to its end.
select shard, state from shards where state in ('partial', 'failed') order by shard;
