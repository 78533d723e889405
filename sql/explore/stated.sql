-- Every mention of the facts of $prompts, with its document and whether it counts under the settings (scope mix).
-- One row: a mention. left_out says why it does not count, null where it does: not asserted, exact copy, near-copy.
-- unit is what is left out as a whole.
create or replace temp table stated as
with asked as (
    select fact_id, prompt_id, object, object_type
    from facts
    where prompt_id in (select unnest($prompts::ubigint[]))
),
found as (select * from occurrences where fact_id in (select fact_id from asked))
select
    asked.*, found.* exclude (fact_id), domain, source, shard, doc_id, title, copy_of,
    case
        when not asserted then 'not asserted'
        when $dedup <> 'none' and doc_no <> exact_cluster then 'exact copy'
        when $dedup = 'near' and doc_no <> cluster then 'near-copy'
    end as left_out,
    case $unit
        when 'source' then if(source = '', 'd' || doc_no, 's' || source) when 'cluster' then 'd' || cluster
        else 'd' || doc_no
    end as unit
from found
join asked using (fact_id)
join (
    select
        *,
        if($dedup = 'exact', exact_cluster, cluster) as copy_of
    from documents
) using (doc_no);
