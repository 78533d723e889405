-- Mentions that count (cells.sql), drawn: the $size with the smallest hashes of their name and the seed, the same on any machine.
-- One row: a mention with its document. $domain = null: of all domains.
with population as (
    select
        fact_id, doc_no, char_start, char_end,
        md5(concat_ws(' ', $seed, doc_key, fact_id, char_start, char_end)) as rank
    from occurrences
    join facts using (fact_id)
    join prompts using (prompt_id)
    join counted using (doc_no)
    join documents using (doc_no)
    anti join (from repeats where $without_repeats) using (sentence_hash, doc_no, prompt_id)
    where asserted and list_contains($subjects, subject_kind) and ($domain is null or domain = $domain)
),
drawn as (
    select distinct *
    from (
        select unnest(
            arg_min(struct_pack(fact_id, doc_no, char_start, char_end, rank), rank, $size), recursive := true
        )
        from population
    )
)
select
    subject, subject_kind, relation, object, object_type, units, text as sentence,
    char_start - sentence_start as span_start, char_end - sentence_start as span_end,
    domain, source, shard, doc_id, title, confidence
from drawn
join occurrences using (fact_id, doc_no, char_start, char_end)
join facts using (fact_id)
join prompts using (prompt_id)
join documents using (doc_no)
join spread using (prompt_id)
left join sentences using (sentence_hash)
where asserted
order by rank, object
limit $size;
