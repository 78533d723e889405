-- Which documents count, for which group, as which unit, under each of the $dedups (none, exact, near).
-- One row: a document that counts under a dedup. grp is the group it is reported under, scope what its prompts may be
-- known from (everything, or its own group), circle where copies count once, copy the document that it is a copy of (itself,
-- if of none), unit what is left out as a whole.
-- Copies count once: in mix in the domain of the first, in alone, by shard and by source once in every group. They are one unit
-- wherever they stand, so a unit of sources takes the source of the first.
create or replace temp table choices as
with labelled as (
    select
        dedup,
        doc_no,
        source,
        cluster,
        (
            case $group_by
                when 'domain' then domain_groups.grp
                when 'shard' then shard
                when 'source' then source_groups.grp
                else 'overall'
            end
        )::group_name as grp,
        case dedup when 'none' then doc_no when 'exact' then exact_cluster else cluster end as copy
    from documents
        join domain_groups using (domain)
        left join source_groups using (source), (select unnest($dedups) as dedup)
),
placed as (
    select
        *,
        (case when $scope = 'alone' or $group_by in ('shard', 'source') then grp else '' end)::group_name as circle
    from labelled
),
ranked as (
    select
        *,
        first_value(source) over (partition by dedup, copy order by doc_no) as first_source,
        row_number() over (partition by dedup, copy, circle order by doc_no) as rank
    from placed
),
united as (
    select
        *,
        case $unit
            when 'source' then min(copy) over (
                partition by dedup, first_source, case when first_source = '' then copy end
            )
            when 'cluster' then cluster
            else copy
        end as unit
    from ranked
)
select dedup, doc_no, grp, (case $scope when 'alone' then grp else '' end)::group_name as scope, circle, copy, unit
from united
where rank = 1;
