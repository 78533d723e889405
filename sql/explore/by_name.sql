-- The same without the stored key, in runs of an earlier version.
-- One row: a prompt.
select prompt_id, subject, subject_kind, relation
from prompts
where plain(subject) in (select plain(name) from (select unnest($names) as name));
