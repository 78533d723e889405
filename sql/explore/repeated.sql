-- Under --dedup …,sentences: a sentence that an earlier document states, too, counts only there.
-- One row changed: a mention.
update stated set left_out = 'repeated sentence'
from (
    select sentence_hash, min(doc_no) as first_doc
    from occurrences
    join facts using (fact_id)
    join prompts using (prompt_id)
    join documents using (doc_no)
    where
        sentence_hash in (select sentence_hash from stated) and asserted and list_contains($subjects, subject_kind)
        and doc_no = case $dedup when 'none' then doc_no when 'exact' then exact_cluster else cluster end
    group by sentence_hash
) as firsts
where stated.sentence_hash = firsts.sentence_hash and left_out is null and doc_no > first_doc;
