-- Singletons of subjects that the rest of the corpus speaks of: where one more document would teach most.
-- One row: a prompt that one unit alone states, of a subject that others state something else about; the subjects that most units
-- speak of first. subject_units, subject_prompts, subject_singletons are the subject's; object and sentence one mention of the answer.
with subjects as (select prompt_id, hash(plain(subject)) as subject_key from prompts semi join cells using (prompt_id)),
spoken_of as (
    select subject_key, count(*) as subject_units
    from (select distinct subject_key, unit from cells join subjects using (prompt_id))
    group by subject_key
    having count(*) > 1
),
known as (
    select subject_key, count(*) as subject_prompts, count(*) filter (units = 1) as subject_singletons
    from subjects join spread using (prompt_id)
    group by subject_key
),
gaps as (
    select prompt_id, subject_units, subject_prompts, subject_singletons
    from subjects
    join (from spread where units = 1) using (prompt_id)
    join spoken_of using (subject_key)
    join known using (subject_key)
),
said as (
    select
        gaps.*, object, object_type, occurrences.* exclude (fact_id), domain, source, shard, doc_id, title,
        count(*) over (partition by prompt_id) as mentions
    from gaps
    join facts using (prompt_id)
    join occurrences using (fact_id)
    join counted using (doc_no)
    join documents using (doc_no)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted and ($domain is null or domain = $domain)
    qualify row_number() over (partition by prompt_id order by doc_no, char_start, char_end, fact_id) = 1
)
select
    prompt_id, subject, subject_kind, relation, subject_units, subject_prompts, subject_singletons, mentions,
    object, object_type, domain, source, shard, doc_id, title,
    text as sentence, char_start - sentence_start as span_start, char_end - sentence_start as span_end
from said
join prompts using (prompt_id)
left join sentences using (sentence_hash)
order by subject_units desc, subject_prompts, prompt_id
limit $limit;
