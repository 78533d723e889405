-- One row a finished shard, from its marker; a parameter is a column.
insert into shards (shard, shard_key, path, bytes, documents, words, mentions, rejected, state)
select
    unnest($name), unnest($key), unnest($path), unnest($bytes), unnest($documents), unnest($words), unnest($mentions),
    unnest($rejected), unnest($state);
