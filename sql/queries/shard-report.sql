-- The shards: what they hold and how much of it only one document states.
-- One row: a shard. Counted as in the report: subjects are names and topics, and near-copies count once in every shard.
with first_copies as (
    select doc_no, shard, cluster
    from documents
    qualify row_number() over (partition by cluster, shard order by doc_no) = 1
),
cells as (
    select prompt_id, shard, cluster, sum(mentions) as mentions
    from prompt_documents join first_copies using (doc_no) join prompts using (prompt_id)
    where subject_kind in ('name', 'topic')
    group by all
),
spread as (select prompt_id, count(distinct cluster) as documents from cells group by prompt_id)
select
    shard, any_value(state) as state, any_value(shards.documents) as documents, any_value(words) as words,
    any_value(rejected) as rejected, coalesce(sum(cells.mentions), 0)::bigint as mentions,
    count(distinct prompt_id) as prompts,
    count(distinct prompt_id) filter (spread.documents = 1) as singletons,
    coalesce(sum(cells.mentions) filter (spread.documents = 1), 0) / sum(cells.mentions) as missing_mass
from shards left join cells using (shard) left join spread using (prompt_id)
group by shard
order by shard;
