-- What near prompts have in common: a key for each way of being near. Prompts that share a key are compared, no others.
-- Same relation and object, and of the subject a word, the first three letters, or the initials of the one as a word of the
-- other; or the same subject, and the object or a longer word of the relation. A key is the hash of these.
create or replace temp macro words_of(name) as
    list_filter(string_split_regex(lower(strip_accents(name)), '[^\p{L}\p{N}]+'), lambda word: word <> '');
create or replace temp macro initials_of(words) as
    array_to_string(list_transform(words, lambda word: left(word, 1)), '');
create or replace temp macro numbers_of(name) as regexp_extract_all(name, '\d+');
-- Whether every word is also in the other name, one of them in full or nearly so, the rest perhaps as initials.
create or replace temp macro alike(word, other) as
    length(word) > 1 and length(other) > 1 and jaro_winkler_similarity(word, other) >= 0.85;
create or replace temp macro initial(word, other) as
    least(length(word), length(other)) = 1 and left(word, 1) = left(other, 1);
create or replace temp macro words_in(words, others) as
    len(list_filter(words, lambda word: len(list_filter(others, lambda other: alike(word, other))) > 0)) > 0
    and len(list_filter(
        words, lambda word: len(list_filter(others, lambda other: alike(word, other) or initial(word, other))) = 0
    )) = 0;
create or replace temp macro keys_of(subject, relation, object) as list_distinct(list_concat(
    list_transform(
        list_concat(
            words_of(subject), [initials_of(words_of(subject)), left(array_to_string(words_of(subject), ''), 3)]
        ),
        lambda part: hash('subject', relation, object, part)
    ),
    [hash('object', subject, object)],
    list_transform(
        list_filter(words_of(relation), lambda word: length(word) >= 4), lambda part: hash('relation', subject, part)
    )
));
