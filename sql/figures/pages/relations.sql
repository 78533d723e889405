-- The relations that each group asks most, with at least $least mentions.
-- One row: a relation in a group, at most $most of a group; number tells it apart from all others.
create or replace temp table page_relations as
with sizes as (
    select
        grp, relation, sum(known.mentions)::bigint as mentions,
        count(*) as prompts, count(*) filter (units = 1) as singletons
    from known join prompts using (prompt_id)
    where grp is not null
    group by grp, relation
    having sum(known.mentions) >= $least
    qualify row_number() over (partition by grp order by sum(known.mentions) desc, relation) <= $most
)
select *, row_number() over (order by grp, mentions desc, relation)::varchar as number from sizes;
