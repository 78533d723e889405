-- The prompts about the $subjects, with what the sums of a group ask of them.
-- One row: a prompt, 1 − κ of its relation in billionths, whether the proven bound pools the relation, whether copies
-- touch the prompt (touched.sql), whether it has several answers (conflicting.sql), and its relation's group by number.
create or replace temp table asked as
select
    prompt_id, billionths, pooled,
    prompt_id in (select prompt_id from touched) as touched,
    prompt_id in (select prompt_id from conflicting) as conflicting,
    relation_group
from prompts
join weights using (relation)
where list_contains($subjects, subject_kind);
