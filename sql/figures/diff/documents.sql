-- One row: the documents of the two runs, and how many of them are the same: with the same key, with the same text under
-- another id or title (renamed), with the same id and another text (edited).
select
    (select count(*) from run_a.documents) as documents_a,
    (select count(*) from run_b.documents) as documents_b,
    count(*) filter (how = 'same') as same,
    count(*) filter (how = 'renamed') as renamed,
    count(*) filter (how = 'edited') as edited
from same_documents;
