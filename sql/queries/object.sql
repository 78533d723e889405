-- All facts whose answer this is, copies and statements that are not asserted included.
-- One row: a fact, with its asserted mentions, its documents and one sentence that states it.
-- $object   the answer, in any case
-- $limit = 100   how many rows
select
    subject, relation, count(*) filter (asserted) as mentions, count(distinct doc_no) filter (asserted) as documents,
    count(*) filter (not asserted) as not_asserted, min(sentence) as example
from mentions
where lower(object) = lower($object)
group by fact_id, subject, relation
order by mentions desc, subject, relation
limit $limit;
