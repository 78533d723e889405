-- A row is a pair of documents that are alike: the candidates, judged by their sketches (sketched_jaccard is dedup/likeness.py).
create temp table near_pairs as
with sketches as (
    select doc_no, shingles, sketch
    from near_signed($files, $shards)
    where doc_no in (select a from near_candidates union all select b from near_candidates)
)
select a, b
from near_candidates
join sketches as a_sketches on a = a_sketches.doc_no
join sketches as b_sketches on b = b_sketches.doc_no
where sketched_jaccard(a_sketches.sketch, a_sketches.shingles, b_sketches.sketch, b_sketches.shingles) >= $threshold;
