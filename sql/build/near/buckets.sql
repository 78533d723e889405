-- A row is a document that shares a band with others: their key, how many they are, the first of them, and the next after
-- this one.
create temp table near_buckets as
select
    key, doc_no, members,
    min(doc_no) over bucket as first_member,
    lead(doc_no) over (bucket order by doc_no) as next_member
from near_bands
join (select key, count(*) as members from near_bands group by key having count(*) > 1) using (key)
window bucket as (partition by key);
