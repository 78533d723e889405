-- The mentions of each domain that repeat a sentence of an earlier document, near-copies of documents aside.
-- One row: a domain with repeats, and its sentence with most of them.
with counting as (
    select *, min(doc_no) over (partition by sentence_hash) as first_doc
    from copied
    join (select doc_no, domain from documents where doc_no = cluster) using (doc_no)
),
by_sentence as (
    select
        domain, sentence_hash, count(distinct doc_no) as documents,
        sum(mentions) filter (doc_no > first_doc)::bigint as repeats
    from counting
    group by domain, sentence_hash
    having sum(mentions) filter (doc_no > first_doc) > 0
),
by_domain as (
    select
        domain, sum(repeats)::bigint as repeats, max(repeats) as sentence_repeats,
        arg_min(sentence_hash, (-repeats, sentence_hash)) as sentence_hash,
        arg_min(documents, (-repeats, sentence_hash)) as documents
    from by_sentence
    group by domain
)
select domain, repeats, text as sentence, sentence_repeats, documents
from by_domain left join sentences using (sentence_hash)
order by domain;
