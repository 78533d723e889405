-- Of a sampled run: the mentions of every unit, kept or not. Repeated sentences are left out by those that are kept, each of
-- which stands for $one_in.
-- One row: a unit of a group.
create or replace temp table unit_mentions as
with repeated as (
    select doc_no, sum(mentions)::bigint * $one_in as repeats
    from repeats
    where $without_repeats and dedup = $dedup
    group by doc_no
)
select grp, unit, sum(mentions - coalesce(repeats, 0)) as m
from counted join stating using (doc_no) left join repeated using (doc_no)
group by grp, unit
having sum(mentions - coalesce(repeats, 0)) <> 0;
