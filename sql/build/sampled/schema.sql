-- What a sampled run has more: all asserted mentions of its documents, whose rows are kept in part.
-- One row: a kind of subject in a document. As a prompt's kind is decided over the whole run, the counts of the kinds that the
-- documents show are corrected by the prompts that are kept, so that they are unbiased for a kind and exact for a document.
create table document_mentions (
    doc_no bigint,
    subject_kind varchar,
    mentions bigint
);
