-- The database of a run: base tables built from the parts, and views that join them.
-- Ids are 64-bit hashes of canonical keys; doc_no is the rank of a document's key ("corpus order").

-- A row is a shard: one input file or one split of a hub dataset.
create table shards (
    shard varchar,             -- name as the report shows it
    shard_key varchar,         -- hash of its name, size and the two ends of the file: the same in every run
    path varchar,              -- where it was read
    bytes bigint,              -- size of the file
    documents bigint,          -- read, copies included
    words bigint,              -- of these documents
    mentions bigint,           -- asserted
    rejected bigint,           -- records that could not be read
    state varchar              -- complete, partial (cut short), failed, limited (--limit)
);

-- One row: what this database was built from, as a fingerprint of its shards, parts and options.
create table built_from (
    fingerprint varchar        -- hash; where it differs from that of the parts, the next job builds anew
);

-- A row is a document. One that was cut into pieces is one row.
create table documents (
    doc_no bigint,             -- place in corpus order: the rank of doc_key in this run
    doc_key ubigint,           -- hash of id, title and text; a counter tells equal ones apart
    shard varchar,             -- where it was read
    record bigint,             -- ordinal in the shard, from 0
    doc_id varchar,            -- as the record has it
    title varchar,             -- as the record has it, else the end of its URL
    domain varchar,            -- the label that the report groups by
    source varchar,            -- as the record has it; may be empty
    words bigint,              -- words of the text
    sentences bigint,          -- with those that were skipped
    mentions bigint,           -- asserted
    text_hash ubigint,         -- of the normalised text
    exact_cluster bigint,      -- doc_no of the first document with the same normalised text
    cluster bigint             -- doc_no of the first near-duplicate in corpus order, itself if it has none
);

-- A row is a prompt: a subject and a relation, the question that a fact answers.
create table prompts (
    prompt_id ubigint,         -- hash of the canonical subject and relation
    subject varchar,           -- of its spellings the first in code-point order
    subject_kind varchar,      -- name, topic, concept
    relation varchar,          -- the canonical label: birth date, capital …
    subject_key ubigint        -- the same for spellings of one subject that differ in case, accents, punctuation, blanks
);

-- A row is a fact: a prompt and its response.
create table facts (
    fact_id ubigint,           -- hash of the prompt and the canonical object
    prompt_id ubigint,         -- the question that it answers
    object varchar,            -- the answer as texts spell it; of several spellings the first in code-point order
    object_type varchar        -- name, date, quantity, phrase
);

-- A row is a mention: one statement of a fact in one sentence of a document, asserted or not.
create table occurrences (
    fact_id ubigint,           -- what is stated
    doc_no bigint,             -- where
    sentence_hash ubigint,     -- in which sentence
    sentence_start bigint,     -- where the sentence begins in the document's text
    char_start bigint,         -- span of the relation and the object in the document's text
    char_end bigint,           -- its end; counted in characters from 0, the end not included
    asserted boolean,          -- only these are counted
    flags varchar[],           -- why not: negated, modal, conditional, question, attributed, future, … vague, doubtful
    confidence float           -- the odds that it is right; too low ones are doubtful
);

-- A row is a distinct sentence that states a fact; empty under --no-evidence.
create table sentences (
    sentence_hash ubigint,     -- hash of the text
    text varchar               -- as the document has it
);

-- A row is a prompt in a document, asserted mentions only: what the estimates read.
create table prompt_documents (
    prompt_id ubigint,         -- the prompt
    doc_no bigint,             -- the document
    mentions bigint            -- asserted ones, at least one
);

-- A row is a filter in a document: sentences that can bear no fact, and were not parsed. Filters, in the order in which they
-- are asked: fragment, table, code, markup, capitals, navigation, reference, list, heading, scan, language, dialogue, length;
-- verbless is what was parsed without finding a verb or a fact.
create table skipped (
    doc_no bigint,             -- the document
    filter varchar,            -- which of them
    sentences bigint,          -- how many it dropped
    characters bigint          -- their length
);

-- A row is a record, or the rest of a broken file, that could not be read.
create table rejects (
    shard varchar,             -- the file
    record bigint,             -- ordinal in the shard, from 0
    place varchar,             -- line, row or byte
    reason varchar,            -- why it could not be read
    excerpt varchar            -- a piece of it, at most 80 characters
);

-- A row is a mention with everything that is known about it.
create view mentions as
select
    subject, subject_kind, relation, object, object_type, asserted, flags, confidence,
    -- whether the report counts it by default
    asserted and doc_no = cluster and subject_kind in ('name', 'topic') as counted,
    domain, source, shard, doc_id, title, sentences.text as sentence, sentence_start, char_start, char_end,
    prompt_id, fact_id, doc_no, sentence_hash
from occurrences
join facts using (fact_id)
join prompts using (prompt_id)
join documents using (doc_no)
left join sentences using (sentence_hash);

-- A row is a prompt in a document, as the report counts it by default: asserted, the first of near-duplicates, subjects
-- that are names or topics.
create view counted as
select prompt_id, doc_no, prompt_documents.mentions, domain, shard, source
from prompt_documents
join documents using (doc_no)
join prompts using (prompt_id)
where doc_no = cluster and subject_kind in ('name', 'topic');

-- The first and the last day of a date as numbers that order like days (18151210); null for what is no date. The dates are
-- those of factscan/extract/text/dates.py: 1815-12-10, 1815-12, 1815, 1810s, 1939/1945, -0044.
create macro first_day(iso) as
    try_cast(regexp_extract(iso, '^(-?\d{4})(-\d\d)?(-\d\d)?s?(/|$)', 1) as integer) * 10000
    + coalesce(try_cast(regexp_extract(iso, '^-?\d{4}-(\d\d)', 1) as integer), 1) * 100
    + coalesce(try_cast(regexp_extract(iso, '^-?\d{4}-\d\d-(\d\d)', 1) as integer), 1);
create macro last_day(iso) as
    (
        try_cast(regexp_extract(iso, '(^|/)(-?\d{4})(-\d\d)?(-\d\d)?s?$', 2) as integer)
        + case when suffix(iso, 's') then 9 else 0 end
    ) * 10000
    + coalesce(try_cast(regexp_extract(iso, '(^|/)-?\d{4}-(\d\d)(-\d\d)?$', 2) as integer), 12) * 100
    + coalesce(try_cast(regexp_extract(iso, '(^|/)-?\d{4}-\d\d-(\d\d)$', 2) as integer), 31);

-- Whether a date lies in another one, or is the same: they are one answer then ("1815-12-10" in "1815").
create macro refines(fine, coarse) as
    first_day(fine) >= first_day(coarse) and last_day(fine) <= last_day(coarse);
