-- The same without the stored key: for runs of an earlier version, and letters that lose no accent but are written in
-- other ways ("Lodz", "Łódź").
-- One row: a prompt.
with named as (select plain(unnest($names)) as name)
select prompt_id, subject, subject_kind, relation
from prompts
where plain(replace(replace(replace(translate(subject, 'ŁłØøĐđÐðıĦħ', 'llooddddihh'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'))
    in (select name from named)
    or plain(subject) in (select name from named);
