-- The most copied sentences: boilerplate, templates, quotations.
-- One row: a sentence that several documents state word for word, near-copies of documents aside, with its documents and
-- prompts. repeats are its mentions outside its first document: what --dedup near,sentences leaves out.
-- $domain = null   count only the documents and the mentions of this domain
-- $limit = 20   how many rows
with stated as (
    select sentence_hash, doc_no, domain, prompt_id
    from occurrences
    join facts using (fact_id)
    join prompts using (prompt_id)
    join documents using (doc_no)
    where asserted and doc_no = cluster and subject_kind in ('name', 'topic')
),
firsts as (
    select sentence_hash, min(doc_no) as first_doc
    from stated
    group by sentence_hash
    having min(doc_no) < max(doc_no)
)
select
    any_value(sentences.text) as sentence, count(distinct doc_no) as documents, count(distinct prompt_id) as prompts,
    count(*) filter (doc_no > first_doc) as repeats, list(distinct domain order by domain)[:5] as domains
from stated
join firsts using (sentence_hash)
left join sentences using (sentence_hash)
where $domain is null or domain = $domain
group by sentence_hash
having count(*) filter (doc_no > first_doc) > 0
order by repeats desc, documents desc, sentence, sentence_hash
limit $limit;
