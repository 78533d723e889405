-- One row: the prompt with this id.
select prompt_id, subject, subject_kind, relation from prompts where prompt_id = $id;
