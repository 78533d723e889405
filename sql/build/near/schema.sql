-- A row (there is one) is how near-duplicates were looked for at the build, and what came of it.
create table clustering (
    threshold double,          -- Jaccard similarity from which on two documents are near-duplicates
    permutations bigint,       -- length of a minhash
    shingle bigint,            -- words that are compared as one
    bands bigint,              -- of a minhash: pairs that agree in one are candidates
    rows bigint,               -- values in a band
    candidates bigint,         -- pairs that were looked at
    pairs bigint,              -- of these, pairs that are near-duplicates
    clusters bigint,           -- of two and more documents that are no exact copies of each other
    bucket_limit bigint,       -- documents that may share a band before most of their pairs are left out
    crowded_buckets bigint,    -- bands that more documents share
    crowded_documents bigint,  -- the documents that share them
    pairs_left_out bigint      -- their pairs that did not become candidates for this band (another may have found them)
);
