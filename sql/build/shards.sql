-- One row a finished shard, from its marker.
insert into shards (shard, shard_key, path, bytes, documents, words, mentions, rejected, state)
values (?, ?, ?, ?, ?, ?, ?, ?, ?);
