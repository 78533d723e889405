-- Of a run that samples subjects: how many mentions each document is expected to have, by its words and its domain's rate.
-- One row: a document.
create or replace temp table stating as
select doc_no, words * rate as mentions
from documents join rates using (domain)
where words * rate > 0;
