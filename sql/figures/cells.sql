-- Mentions by prompt, group and document that counts: all that the estimates read.
-- One row: a prompt in a document of a group, which is its unit, or is gathered into one by united.sql; most is the largest
-- number of mentions in one document.
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
select prompt_id, scope, grp, unit, mentions, mentions as most, copy as first_copy, copy as last_copy
from stated
semi join (select prompt_id from prompts where list_contains($subjects, subject_kind)) using (prompt_id)
join counted using (doc_no)
where mentions > 0;
