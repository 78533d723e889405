-- The same for letters that are no others with accents, but are written with others: "Lodz" for "Łódź".
-- One row: a prompt.
select prompt_id, subject, subject_kind, relation
from prompts
where
    strlen(subject) <> length(subject)
    and plain(
        replace(replace(replace(translate(subject, 'ŁłØøĐđÐðıĦħ', 'llooddddihh'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss')
    ) in (select plain(name) from (select unnest($names) as name));
