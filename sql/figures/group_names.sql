-- The names that a group or a scope may have, so that tables of many rows hold numbers in their place.
-- One row: a name, by which the type counts up.
create or replace temp type group_name as enum (
    select name
    from (
        select unnest(['', 'overall']) as name
        union
        select grp from domain_groups
        union
        select domain from domain_groups
        union
        select shard from documents
        union
        select grp from source_groups
    )
    order by name
);
