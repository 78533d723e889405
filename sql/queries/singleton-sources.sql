-- The sources: what they hold, and which contribute most singletons.
-- One row: a source (empty: documents that name none) with its documents, mentions and prompts that count, the prompts that one of
-- its documents alone states, the missing mass of its mentions, and its share of all singletons. Counted as in the report.
-- $limit = 50   how many rows
with cells as (
    select source, prompt_id, sum(mentions)::bigint as mentions, count(*) as documents from counted group by all
),
spread as (select prompt_id, sum(documents) as documents from cells group by prompt_id),
texts as (select source, count(distinct doc_no) as documents from counted group by source)
select
    source, any_value(texts.documents) as documents, sum(mentions)::bigint as mentions, count(*) as prompts,
    count(*) filter (spread.documents = 1) as singletons,
    coalesce(sum(mentions) filter (spread.documents = 1), 0) / sum(mentions) as missing_mass,
    count(*) filter (spread.documents = 1) / sum(count(*) filter (spread.documents = 1)) over () as share_of_singletons
from cells join spread using (prompt_id) join texts using (source)
group by source
order by singletons desc, mentions desc, source
limit $limit;
