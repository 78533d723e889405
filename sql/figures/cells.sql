-- Mentions by prompt, group and unit: all that the estimates read.
-- One row: a prompt in a unit of a group; most is the largest number of mentions in one of its documents.
-- $subjects lists the kinds of subject that count.
create or replace temp table cells as
select
    prompt_id, relation, scope, grp, unit,
    sum(pd.mentions)::bigint as mentions,
    max(pd.mentions) as most,
    min(copy) as first_copy,
    max(copy) as last_copy
from prompt_documents as pd
join counted using (doc_no)
join prompts using (prompt_id)
where list_contains($subjects, subject_kind)
group by all;
