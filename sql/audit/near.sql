-- Of every singleton that is looked at the nearest prompt that another unit states: the two may be one question.
-- A key that more than $most prompts share tells nothing and is left out, so that no join grows with the square of a block.
-- Subjects are near where every word of the one is in the other or one is the other's initials, unless their numbers differ;
-- relations where the answer is the same, or of the same type and the wording alike.
-- One row: a pair. kind: what differs, the subject or the relation; closeness: how alike that is, less where the answers differ.
create or replace temp table near as
with keyed as (
    select prompt_id, subject, relation, object, object_type, unnest(keys_of(subject, relation, object)) as key
    from facts
    join prompts using (prompt_id)
    semi join spread using (prompt_id)
    where fact_id in (select fact_id from occurrences join counted using (doc_no) where asserted)
),
sharing as materialized (from keyed semi join looked_at using (key)),
blocks as (
    select key from sharing group by key having count(distinct prompt_id) between 2 and $most
),
placed as (
    select prompt_id, min(unit) as unit, max(unit) as last_unit
    from cells semi join sharing using (prompt_id)
    group by prompt_id
),
pairs as (
    select distinct
        one.prompt_id, one.unit, one.mentions, one.rank, one.object,
        other.prompt_id as other_prompt_id, other.object as other_object,
        one.relation = other.relation as by_subject,
        one.object = other.object as same_object,
        lower(if(by_subject, one.subject, one.relation)) as name,
        lower(if(by_subject, other.subject, other.relation)) as other_name
    from looked_at as one
    semi join blocks using (key)
    join sharing as other using (key)
    join placed on placed.prompt_id = other.prompt_id
    where one.prompt_id <> other.prompt_id and (same_object or one.object_type = other.object_type)
        and (placed.unit <> one.unit or placed.last_unit <> one.unit)
),
alike as (
    select
        *,
        jaro_winkler_similarity(name, other_name) as likeness,
        if(same_object, (1 + likeness) / 2, likeness / 2) as closeness
    from (select *, words_of(name) as words, words_of(other_name) as other_words from pairs)
    where if(
        by_subject,
        (
            words_in(words, other_words) or words_in(other_words, words)
            or initials_of(words) = other_name or initials_of(other_words) = name
        ) and (numbers_of(name) = numbers_of(other_name) or [] in (numbers_of(name), numbers_of(other_name))),
        same_object or jaro_winkler_similarity(name, other_name) >= 0.85
    )
)
select
    prompt_id, any_value(unit) as unit, any_value(mentions) as mentions, any_value(rank) as rank,
    unnest(arg_max(
        struct_pack(
            other_prompt_id, object, other_object, kind := if(by_subject, 'subject', 'relation'), closeness
        ),
        (closeness, md5(concat_ws(' ', other_prompt_id, object, other_object)))
    ))
from alike
group by prompt_id;
