-- The prompts whose subject is plainly one of $names, by the key that the build stored.
-- One row: a prompt; whether its subject is meant is for its canonical key to tell.
select prompt_id, subject, subject_kind, relation
from prompts
where subject_key in (select hash(plain(name)) from (select unnest($names) as name));
