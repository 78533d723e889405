-- Prompts with conflicting objects: several answers where the question may have one.
-- One row: a prompt with at least two different objects, and its objects by how often they are stated. Counted as in the
-- report.
-- $relation = null   only this relation ('birth date', say)
-- $limit = 20   how many rows
with answers as (
    select prompt_id, subject, relation, object, count(*) as mentions
    from mentions
    where counted and ($relation is null or relation = $relation)
    group by all
)
select
    subject, relation, count(*) as objects, sum(mentions)::bigint as mentions,
    list(object || ' × ' || mentions order by mentions desc, object)[:10] as answers
from answers
group by prompt_id, subject, relation
having count(*) > 1
order by mentions desc, subject, relation
limit $limit;
