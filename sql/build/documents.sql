-- Every document of the parts gets its number: the rank of its key, so that the order of shards and workers does not
-- matter. Equal keys are equal documents; the rest of the order only makes it total.
-- One row: a document, its pieces summed. $shards names the shard of each of the $documents.
-- The rank is taken within 4096 ranges of the key, which are sorted apart and in parallel.
insert into documents
with files as (select unnest(range(len($shards))) as number, unnest($shards) as shard),
rows as (
    select shard, found.* from read_parquet($documents) as found join files on files.number = found.file_index
),
further as (
    select shard, record, sum(words) as words, sum(sentences) as sentences, sum(mentions) as mentions
    from rows
    where piece > 0
    group by shard, record
),
whole as (
    select
        doc_key, shard, record, doc_id, title, domain, source,
        rows.words + coalesce(further.words, 0) as words,
        rows.sentences + coalesce(further.sentences, 0) as sentences,
        rows.mentions + coalesce(further.mentions, 0) as mentions,
        text_hash
    from rows left join further using (shard, record)
    where piece = 0
),
ranges as (
    select doc_key >> 52 as key_range, sum(count(*)) over (order by key_range) - count(*) as before
    from rows
    where piece = 0
    group by key_range
),
numbered as (
    select
        (before + row_number() over (
            partition by key_range order by doc_key, domain, source, shard, record
        ) - 1)::bigint as doc_no,
        whole.*
    from whole join ranges on ranges.key_range = whole.doc_key >> 52
)
select
    *,
    min(doc_no) over (partition by text_hash) as exact_cluster,
    exact_cluster as cluster
from numbered;
