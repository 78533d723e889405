-- Repeats of whole sentences: a sentence counts in its first document, among those that count where copies count once.
-- One row: a prompt in a sentence that an earlier document states, under a dedup (choices.sql).
create or replace temp table repeats as
select dedup, sentence_hash, doc_no, prompt_id, mentions
from copied
join choices using (doc_no)
qualify doc_no > min(doc_no) over (partition by dedup, circle, sentence_hash);
