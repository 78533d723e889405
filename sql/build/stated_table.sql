-- Where the batches gather what becomes prompt_documents. One row: a prompt in a document.
create temp table stated (prompt_id ubigint, doc_no bigint, mentions bigint);
