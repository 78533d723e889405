-- Which documents count, for which group, as which unit.
-- One row: a document that counts. grp is the group it is reported under, scope what its prompts may be known
-- from (everything, or its own group), unit what is left out as a whole.
-- A cluster of copies counts once: in mix in the domain of its first member, in alone and by shard once in every
-- group, with its first member there.
create or replace temp table counted as
with labelled as (
    select
        doc_no,
        case $group_by when 'domain' then domain when 'shard' then shard else 'overall' end as grp,
        case $dedup when 'none' then doc_no when 'exact' then exact_cluster else cluster end as copy,
        case $unit
            when 'source' then min(doc_no) over (
                partition by source, case when source = '' then doc_no end
            )
            when 'cluster' then cluster
        end as wider_unit
    from documents
),
ranked as (
    select
        *,
        row_number() over (
            partition by copy, case when $scope = 'alone' or $group_by = 'shard' then grp end
            order by doc_no
        ) as rank
    from labelled
)
select
    doc_no,
    grp,
    case $scope when 'alone' then grp else '' end as scope,
    coalesce(wider_unit, copy) as unit
from ranked
where rank = 1;
