-- The relations: how often each is stated and how much of it is stated in one document.
-- One row: a relation with its mentions, prompts, and singletons (prompts in one document). Counted as in the report.
-- $limit = 30   how many rows
with spread as (
    select prompt_id, sum(mentions) as mentions, count(*) as documents from counted group by prompt_id
)
select
    relation, sum(mentions)::bigint as mentions, count(*) as prompts,
    count(*) filter (documents = 1) as singletons,
    coalesce(sum(mentions) filter (documents = 1), 0) / sum(mentions) as missing_mass
from spread join prompts using (prompt_id)
group by relation
order by mentions desc, relation
limit $limit;
