-- All facts of a subject, copies and statements that are not asserted included.
-- One row: a fact, with its asserted mentions, its documents and one sentence that states it.
-- $subject   the subject, in any case
-- $limit = 100   how many rows
select
    relation, object, count(*) filter (asserted) as mentions, count(distinct doc_no) filter (asserted) as documents,
    count(*) filter (not asserted) as not_asserted, min(sentence) as example
from mentions
where lower(subject) = lower($subject)
group by fact_id, relation, object
order by mentions desc, relation, object
limit $limit;
