-- The relations: how often each is stated and how much of it is stated once.
-- One row: a relation with its asserted mentions, prompts, and singletons (prompts in one document).
-- $limit = 30   how many rows
with spread as (
    select prompt_id, sum(prompt_documents.mentions) as mentions, count(*) as documents
    from prompt_documents join documents using (doc_no)
    where doc_no = exact_cluster
    group by prompt_id
)
select
    relation, sum(mentions)::bigint as mentions, count(*) as prompts,
    count(*) filter (documents = 1) as singletons,
    coalesce(sum(mentions) filter (documents = 1), 0) / sum(mentions) as missing_mass
from spread join prompts using (prompt_id)
group by relation
order by mentions desc, relation
limit $limit;
