-- Prompts of shown.sql with their most stated answer and one sentence that states it, the surest. A subject comes once.
-- One row: an example, at most $most of a kind on a page. documents: of the group that state this answer; answers: how many
-- there are in the group.
with stated as (
    select
        shown.grp, kind, prompt_id, fact_id, doc_no,
        struct_pack(doc_no, sentence_hash, sentence_start, char_start, char_end) as place,
        concat_ws(' ', printf('%.6f', 2 - confidence), printf('%020d', doc_no), printf('%012d', char_start)) as rank
    from occurrences
    join facts using (fact_id)
    join shown using (prompt_id)
    join counted using (doc_no)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted and (shown.grp is null or counted.grp = shown.grp)
),
answers as (
    select
        grp, kind, prompt_id, fact_id,
        count(distinct doc_no) as documents, count(*) as mentions, arg_min(place, rank) as place
    from stated
    group by all
),
first_answers as (
    select *, count(*) over (partition by grp, kind, prompt_id) as answers
    from answers
    qualify row_number() over (partition by grp, kind, prompt_id order by documents desc, mentions desc, fact_id) = 1
),
named as (
    select first_answers.*, subject, relation
    from first_answers join prompts using (prompt_id)
    qualify row_number() over (
        partition by grp, kind, subject order by first_answers.documents desc, first_answers.mentions desc, prompt_id
    ) = 1
),
chosen as (
    select *
    from named
    qualify row_number() over (partition by grp, kind order by named.documents desc, named.mentions desc, prompt_id) <= $most
)
select
    grp, kind, subject, relation, object, chosen.documents, chosen.mentions, answers,
    text as sentence, place.char_start - place.sentence_start as span_start,
    place.char_end - place.sentence_start as span_end,
    title, doc_id, shard, domain
from chosen
join facts using (fact_id)
join documents on documents.doc_no = place.doc_no
left join sentences on sentences.sentence_hash = place.sentence_hash
order by grp nulls first, kind, chosen.documents desc, chosen.mentions desc, chosen.prompt_id;
