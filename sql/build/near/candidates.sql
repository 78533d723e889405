-- A row is a pair of documents that may be alike: they agree in a band. Where more than $limit documents agree, each is
-- paired with the first of them and with its neighbour only: the pairs of a bucket grow with the square of its size.
create temp table near_candidates as
select a.doc_no as a, b.doc_no as b
from near_buckets as a
join near_buckets as b on a.key = b.key and a.doc_no < b.doc_no
where a.members <= $limit
union
select first_member, doc_no from near_buckets where members > $limit and doc_no > first_member
union
select doc_no, next_member from near_buckets where members > $limit and next_member is not null;
