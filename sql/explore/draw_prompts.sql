-- Prompts, each with one mention that counts: $size singletons drawn by hash, or the $size that most units state ($frequent).
-- One row: a prompt with a mention and its document. $domain = null: of all domains, else stated there.
with stated as (
    select prompt_id, units, sum(mentions) as mentions
    from cells join spread using (prompt_id, scope)
    where ($domain is null or grp = $domain) and ($frequent or units = 1)
    group by prompt_id, units
),
chosen as (
    select
        *,
        row_number() over (order by if($frequent, units, 0) desc, md5(concat_ws(' ', $seed, prompt_id)), prompt_id) as place
    from stated
    qualify place <= $size
),
said as (
    select
        chosen.*, fact_id, object, object_type, doc_no, sentence_hash, confidence, domain, source, shard, doc_id, title,
        char_start - sentence_start as span_start, char_end - sentence_start as span_end
    from chosen
    join facts using (prompt_id)
    join occurrences using (fact_id)
    join counted using (doc_no)
    join documents using (doc_no)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted and ($domain is null or domain = $domain)
    qualify row_number() over (
        partition by prompt_id order by md5(concat_ws(' ', $seed, doc_key, fact_id, char_start, char_end)), fact_id
    ) = 1
)
select
    subject, subject_kind, relation, object, object_type, units, text as sentence, span_start, span_end,
    domain, source, shard, doc_id, title, confidence
from said
join prompts using (prompt_id)
left join sentences using (sentence_hash)
order by place;
