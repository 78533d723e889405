-- Prompts with conflicting objects: several answers where the question may have one.
-- One row: a prompt with at least two different objects, and its objects by how often they are stated. A date is no other
-- answer than a finer date inside it ("1815", "1815-12-10"): only the finest are shown. Counted as in the report.
-- $relation = null   only this relation ('birth date', say)
-- $limit = 20   how many rows
with stated as (
    select fact_id, count(*) as mentions
    from occurrences join documents using (doc_no)
    where asserted and doc_no = cluster
    group by fact_id
),
-- Few prompts have several facts: the texts of these alone are looked at.
candidates as (
    select prompt_id from facts join stated using (fact_id) group by prompt_id having count(*) > 1
),
answers as (
    select prompt_id, subject, relation, object, object_type = 'date' as is_date, sum(mentions)::bigint as mentions
    from stated
    join facts using (fact_id)
    join candidates using (prompt_id)
    join prompts using (prompt_id)
    where subject_kind in ('name', 'topic') and ($relation is null or relation = $relation)
    group by all
),
several as (
    select * from answers where prompt_id in (select prompt_id from answers group by all having count(*) > 1)
),
coarse as (
    select distinct one.prompt_id, one.object
    from several as one
    join several as other using (prompt_id)
    where one.is_date and other.is_date and one.object <> other.object and refines(other.object, one.object)
        and (not refines(one.object, other.object) or other.object < one.object)
)
select
    subject, relation, count(*) as objects, sum(mentions)::bigint as mentions,
    list(object || ' × ' || mentions order by mentions desc, object)[:10] as answers
from several
anti join coarse using (prompt_id, object)
group by prompt_id, subject, relation
having count(*) > 1
order by mentions desc, subject, relation
limit $limit;
