-- Which documents of $run are in which unit: copies are in that of the document that counts for them.
-- One row: a document. Documents none of whose copies states anything are in no unit that counts for anything.
insert into members
select $run, doc_no, unit
from (
    select doc_no, case $dedup when 'none' then doc_no when 'exact' then exact_cluster else cluster end as copy
    from documents
)
join (select copy, min(unit) as unit from counted group by copy) using (copy);
