-- The sample of an audit: $size counted mentions and $size counted mentions of singletons from every stratum. What is drawn
-- are the mentions with the smallest hashes of their name and the seed: the same on every machine, and in one pass.
-- One row: a drawn mention. random_of is the size of the stratum of counted mentions that it was drawn from, singletons_of
-- that of singletons' mentions; null where it was not drawn from it. units: how many units state its prompt.
with population as (
    select
        struct_pack(fact_id, doc_no, char_start, char_end) as place,
        case when $by_domain then grp else '' end as stratum,
        units = 1 as singleton,
        concat_ws(' ', doc_key, fact_id, char_start, char_end) as name
    from occurrences
    join facts using (fact_id)
    join prompts using (prompt_id)
    join counted using (doc_no)
    join documents using (doc_no)
    join spread using (prompt_id, scope)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted and list_contains($subjects, subject_kind)
),
drawn as (
    select
        count(*) as random_of,
        count(*) filter (singleton) as singletons_of,
        arg_min(place, md5(concat_ws(' ', $seed, 'random', name)), $size) as random,
        arg_min(place, md5(concat_ws(' ', $seed, 'singletons', name)), $size) filter (singleton) as singletons
    from population
    group by stratum
),
places as (
    select place, max(random_of) as random_of, max(singletons_of) as singletons_of
    from (
        select unnest(random) as place, random_of, null as singletons_of from drawn
        union all
        select unnest(singletons), null, singletons_of from drawn
    )
    group by place
),
mentions_drawn as (
    select occurrences.*, random_of, singletons_of
    from places
    join occurrences
        on occurrences.fact_id = place.fact_id and occurrences.doc_no = place.doc_no
        and occurrences.char_start = place.char_start and occurrences.char_end = place.char_end
    where asserted
)
select
    'm' || left(md5(concat_ws(' ', doc_key, fact_id, char_start, char_end)), 15) as mention,
    random_of, singletons_of, units, grp as domain, subject, subject_kind, relation, object, object_type, confidence,
    text as sentence, char_start - sentence_start as span_start, char_end - sentence_start as span_end,
    title, doc_id, shard
from mentions_drawn
join facts using (fact_id)
join prompts using (prompt_id)
join documents using (doc_no)
join counted using (doc_no)
join spread using (prompt_id, scope)
left join sentences using (sentence_hash)
order by md5(concat_ws(' ', $seed, mention)), mention;
