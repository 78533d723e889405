-- Which documents of run_a are which of run_b: those with the same key (id, title and text), of the others those with the same
-- text under another id or title, of the others those with the same id, if it is one document's in either run.
-- One row: a document of each. Equal keys of one run are equal documents: the first goes with the first, and so on.
create or replace temp table same_documents as
with one as (
    select doc_no, doc_key, text_hash, doc_id, row_number() over (partition by doc_key order by doc_no) as twin
    from run_a.documents
),
other as (
    select doc_no, doc_key, text_hash, doc_id, row_number() over (partition by doc_key order by doc_no) as twin
    from run_b.documents
),
by_key as materialized (select one.doc_no as a, other.doc_no as b from one join other using (doc_key, twin)),
one_left as materialized (from one anti join by_key on doc_no = a),
other_left as materialized (from other anti join by_key on doc_no = b),
by_text as materialized (
    select of_one.doc_no as a, of_other.doc_no as b
    from (select text_hash, min(doc_no) as doc_no from one_left group by text_hash) as of_one
    join (select text_hash, min(doc_no) as doc_no from other_left group by text_hash) as of_other using (text_hash)
),
by_id as (
    select of_one.doc_no as a, of_other.doc_no as b
    from (
        select doc_id, min(doc_no) as doc_no
        from one_left anti join by_text on doc_no = a
        where doc_id <> ''
        group by doc_id
        having count(*) = 1
    ) as of_one
    join (
        select doc_id, min(doc_no) as doc_no
        from other_left anti join by_text on doc_no = b
        where doc_id <> ''
        group by doc_id
        having count(*) = 1
    ) as of_other using (doc_id)
)
select a, b, 'same' as how from by_key
union all
select a, b, 'renamed' from by_text
union all
select a, b, 'edited' from by_id;
