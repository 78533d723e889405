-- Facts whose prompt one unit alone states, with the sentence that states them.
-- One row: a fact of a singleton. mentions are its own; the words of relation and object are span_start to span_end of sentence.
with said as (
    select
        facts.*, occurrences.* exclude (fact_id), domain, source, shard, doc_id, title,
        count(*) over (partition by fact_id) as mentions
    from occurrences
    join facts using (fact_id)
    semi join (from spread where units = 1) using (prompt_id)
    semi join cells using (prompt_id)
    join counted using (doc_no)
    join documents using (doc_no)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted and ($domain is null or domain = $domain)
    qualify row_number() over (partition by fact_id order by doc_no, char_start, char_end) = 1
)
select
    prompt_id, fact_id, subject, subject_kind, relation, object, object_type, mentions, domain, source, shard, doc_id, title,
    text as sentence, char_start - sentence_start as span_start, char_end - sentence_start as span_end, confidence
from said
join prompts using (prompt_id)
left join sentences using (sentence_hash)
order by prompt_id, fact_id
limit $limit;
