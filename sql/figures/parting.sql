-- Over which parts the prompts of several units are spread.
-- One row: a prompt that at least two units of a scope state, with the least, the greatest and the sum of its units'
-- shards, the same of their sources, and whether one domain holds all of it.
-- No unit of a scope lies in several groups here, so every cell of a prompt is another unit.
create or replace temp table parting as
select
    prompt_id, scope,
    min(shard) as shard_from, max(shard) as shard_to, sum(shard)::bigint as shards,
    min(source) as source_from, max(source) as source_to, sum(source)::bigint as sources,
    min(domain) = max(domain) and min(domain) >= 0 as one_domain
from cells
semi join (from spread where units > 1) using (prompt_id, scope)
join homes using (scope, unit)
group by prompt_id, scope;
