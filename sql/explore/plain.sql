-- A name reduced to its letters and digits: in lower case, without accents, punctuation and blanks. Spellings of one subject
-- are nearly always plainly the same; whether they are the same is told by the keys of factscan/extract/text/keys.py.
create or replace temp macro plain(name) as
    regexp_replace(replace(lower(strip_accents(name)), '&', 'and'), '[^\p{L}\p{N}]+', '', 'g');
