-- The shards: what they hold and how much of it only they state.
-- One row: a shard. Copies of documents are counted as one; subjects are names and topics, as in the report.
with counted as (
    select prompt_id, shard, sum(prompt_documents.mentions) as mentions, count(distinct exact_cluster) as documents
    from prompt_documents join documents using (doc_no) join prompts using (prompt_id)
    where doc_no = exact_cluster and subject_kind in ('name', 'topic')
    group by prompt_id, shard
),
spread as (select prompt_id, sum(documents) as documents from counted group by prompt_id)
select
    shard, any_value(state) as state, any_value(shards.documents) as documents, any_value(words) as words,
    any_value(rejected) as rejected, coalesce(sum(counted.mentions), 0)::bigint as mentions,
    count(prompt_id) as prompts, count(*) filter (spread.documents = 1) as singletons,
    coalesce(sum(counted.mentions) filter (spread.documents = 1), 0) / sum(counted.mentions) as missing_mass
from shards left join counted using (shard) left join spread using (prompt_id)
group by shard
order by shard;
