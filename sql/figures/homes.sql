-- Where the units stand, copies that do not count included.
-- One row: a unit of a scope, and the number of the shard and of the source (part_names.sql) that hold all its documents
-- and their copies, and of the domain that all of it is counted in; −1 if there are several or none. So a text that
-- stands in two shards is in the rest, whichever of them is left out.
create or replace temp table homes as
with placed as (
    select
        documents.doc_no,
        case $dedup when 'none' then doc_no when 'exact' then exact_cluster else cluster end as copy,
        (case $group_by when 'domain' then domain else 'overall' end)::group_name as grp,
        shards.number as shard, coalesce(sources.number, -1) as source, domains.number as domain
    from documents
    join (from part_names where kind = 'shard') as shards on shards.name = documents.shard
    join (from part_names where kind = 'domain') as domains on domains.name = documents.domain
    left join (from part_names where kind = 'source') as sources on sources.name = documents.source
),
standing as (
    select unit, scope, shard, source, case when placed.doc_no = counted.doc_no then domain end as domain
    from placed join counted using (copy)
    where scope = '' or scope = placed.grp
)
select
    unit, scope,
    case when min(shard) = max(shard) then min(shard) else -1 end as shard,
    case when min(source) = max(source) then min(source) else -1 end as source,
    case when min(domain) = max(domain) then min(domain) else -1 end as domain
from standing
group by unit, scope;
