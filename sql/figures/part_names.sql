-- What can be left out of a run: its shards and its sources. Documents without a source are no part.
-- One row: a part and its number, which counts up within a kind.
create or replace temp table part_names as
with named as (
    select distinct 'shard' as kind, shard as name from documents
    union all
    select distinct 'source', source from documents where source <> ''
    union all
    select distinct 'domain', domain from documents
)
select kind, name, row_number() over (partition by kind order by name) as number from named;
