-- The documents that near-duplicates are looked for among: the first of all exact copies, unless it has no word.
-- A row is such a document with its signature; its copies follow it. shards names the shard of each of the files.
create temp macro near_signed(files, shards) as table
select doc_no, shingles, minhash, sketch
from read_parquet(files) as found
join (select unnest(range(len(shards))) as number, unnest(shards) as shard) as named
    on named.number = found.file_index
join documents using (shard, record)
where doc_no = exact_cluster and shingles > 0;
