-- What a sampled run has more: what was counted of the documents whose rows are kept in part.

-- One row: a kind of subject in a document, with all its asserted mentions; where prompts are sampled. As a prompt's kind is
-- decided over the whole run, the counts of the kinds that the documents show are corrected by the prompts that are kept, so
-- that they are unbiased for a kind and exact for a document.
create table document_mentions (
    doc_no bigint,             -- the document
    subject_kind varchar,      -- name, topic, concept
    mentions bigint            -- all of that kind, kept or not
);

-- One row: a sentence in which all asserted mentions about names and topics were counted; where subjects are sampled.
create table counted_sentences (
    doc_no bigint,             -- the document
    words bigint,              -- words of the sentence
    names bigint,              -- mentions about names
    topics bigint              -- mentions about topics
);
