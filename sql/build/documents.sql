-- Every document of the parts gets its number: the rank of its key, so that the order of shards and workers
-- does not matter. Equal keys are equal documents; the rest of the order only makes it total.
insert into documents
with part_rows as (
    select named.shard_key, d.*
    from read_parquet($files, filename = true) as d,
    lateral (select regexp_extract(d.filename, '([^/\\]+)-\d+[/\\]documents\.parquet$', 1) as shard_key)
        as named
),
numbered as (
    select
        row_number() over (order by doc_key, domain, source, shard, record) - 1 as doc_no,
        doc_key, shard, record, doc_id, title, domain, source, words, sentences, part_rows.mentions,
        text_hash
    from part_rows
    join (select shard, shard_key from shards) using (shard_key)
)
select
    *,
    min(doc_no) over (partition by text_hash) as exact_cluster,
    min(doc_no) over (partition by text_hash) as cluster
from numbered
order by doc_no;
