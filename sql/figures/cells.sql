-- Mentions by prompt, group and unit: all that the estimates read.
-- One row: a prompt in a unit of a group; most is the largest number of mentions in one of its documents.
-- $subjects lists the kinds of subject that count; $without_repeats leaves repeated sentences out.
create or replace temp table cells as
with repeated as (
    select prompt_id, doc_no, sum(mentions)::bigint as repeats
    from repeats
    where $without_repeats and dedup = $dedup
    group by all
),
stated as (
    select prompt_id, doc_no, mentions - coalesce(repeats, 0) as mentions
    from prompt_documents left join repeated using (prompt_id, doc_no)
)
select
    prompt_id, relation, scope, grp, unit,
    sum(mentions)::bigint as mentions,
    max(mentions) as most,
    min(copy) as first_copy,
    max(copy) as last_copy
from stated
join counted using (doc_no)
join prompts using (prompt_id)
where mentions > 0 and list_contains($subjects, subject_kind)
group by all;
