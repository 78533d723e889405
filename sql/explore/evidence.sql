-- Sentences that state the facts of ``stated``, those that count first, of each response in turn.
-- One row: a mention with its sentence (null in a run without evidence). $fact: only of this one; $domain: only there.
with chosen as (
    select
        *,
        row_number() over (partition by fact_id order by left_out is not null, doc_no, char_start, char_end) as place
    from stated
    where ($fact is null or fact_id = $fact) and ($domain is null or domain = $domain)
    qualify place <= $limit
    order by left_out is not null, place, object, fact_id
    limit $limit
)
select
    object, text as sentence, char_start - sentence_start as span_start, char_end - sentence_start as span_end,
    domain, source, shard, chosen.doc_id, chosen.title, left_out, flags, confidence,
    case when left_out in ('exact copy', 'near-copy') then original.doc_id end as copy_of
from chosen
left join (select sentence_hash, text from sentences where sentence_hash in (select sentence_hash from chosen)) as said
    using (sentence_hash)
left join (select doc_no, doc_id from documents where doc_no in (select copy_of from chosen)) as original
    on original.doc_no = chosen.copy_of
order by left_out is not null, place, object, fact_id;
