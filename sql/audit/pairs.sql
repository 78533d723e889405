-- The pairs of near prompts to be labelled: of each kind the $size with the smallest hashes, with a sentence that states each.
-- One row: a pair, the singleton first. mentions are its own, stratum_of those of all singletons of its kind that were
-- looked at, looked_at those of all that were looked at (prompts_looked_at prompts), singletons_of those of all there are.
with chosen as (
    select *, sum(mentions) over (partition by kind) as stratum_of
    from near
    qualify row_number() over (partition by kind order by rank) <= $size
),
stated as (
    select
        fact_id, prompt_id, object, doc_no, unit, sentence_hash,
        char_start - sentence_start as span_start, char_end - sentence_start as span_end,
        md5(concat_ws(' ', doc_key, fact_id, char_start, char_end)) as name
    from occurrences
    join facts using (fact_id)
    join counted using (doc_no)
    join documents using (doc_no)
    where asserted
),
looked as (
    select count(*) as prompts, sum(mentions)::bigint as mentions
    from (select distinct prompt_id, mentions from looked_at)
),
first_said as (
    select
        chosen.prompt_id,
        unnest(arg_min(struct_pack(sentence_hash, span_start, span_end, doc_no), name))
    from chosen join stated using (prompt_id, object)
    group by chosen.prompt_id
),
other_said as (
    select
        chosen.prompt_id,
        unnest(arg_min(
            struct_pack(sentence_hash, span_start, span_end, doc_no), (stated.unit = chosen.unit, name)
        ))
    from chosen
    join stated on stated.prompt_id = chosen.other_prompt_id and stated.object = chosen.other_object
    group by chosen.prompt_id
)
select
    'p' || left(md5(concat_ws(' ', chosen.prompt_id, chosen.other_prompt_id)), 15) as pair,
    kind, closeness, chosen.mentions::bigint as mentions, stratum_of::bigint as stratum_of,
    looked.mentions as looked_at, looked.prompts as prompts_looked_at,
    (select sum(mentions) from cells join spread using (prompt_id, scope) where units = 1)::bigint as singletons_of,
    one.subject, one.relation, chosen.object,
    other.subject as other_subject, other.relation as other_relation, chosen.other_object,
    text.text as sentence, first_said.span_start, first_said.span_end, document.title, document.domain,
    other_text.text as other_sentence, other_said.span_start as other_span_start,
    other_said.span_end as other_span_end, other_document.title as other_title
from chosen
cross join looked
join prompts as one using (prompt_id)
join prompts as other on other.prompt_id = chosen.other_prompt_id
join first_said using (prompt_id)
join other_said using (prompt_id)
join documents as document on document.doc_no = first_said.doc_no
join documents as other_document on other_document.doc_no = other_said.doc_no
left join sentences as text on text.sentence_hash = first_said.sentence_hash
left join sentences as other_text on other_text.sentence_hash = other_said.sentence_hash
order by md5(concat_ws(' ', $seed, pair)), pair;
