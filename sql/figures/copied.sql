-- Sentences that more than one document states, word for word: copies, quotations, boilerplate.
-- One row: a prompt in such a sentence of a document, asserted. $subjects lists the kinds of subject that count.
create or replace temp table copied as
with stated as (
    select sentence_hash, doc_no, prompt_id
    from occurrences
    join facts using (fact_id)
    join prompts using (prompt_id)
    where asserted and list_contains($subjects, subject_kind)
),
shared as (select sentence_hash from stated group by sentence_hash having min(doc_no) < max(doc_no))
select sentence_hash, doc_no, prompt_id, count(*) as mentions
from stated semi join shared using (sentence_hash)
group by all;
