-- Coverage of a list of entities: what the corpus knows of each.
-- One row: an entity of the list, the least known first: the prompts about it, how many of them only one document states, the
-- mentions and documents that state them, and the mentions of facts whose object it is. Near-copies count once; subjects
-- of any kind, in any case.
-- $entities[]   names, as A,B,C or @FILE with one a line
-- $limit = 1000   how many rows
with asked as (
    select distinct entity from (select unnest($entities) as entity)
),
stated as (
    select
        entity, prompt_id, doc_no, prompt_documents.mentions,
        count(*) over (partition by entity, prompt_id) as documents_of_prompt
    from asked
    join prompts on lower(subject) = lower(entity)
    join prompt_documents using (prompt_id)
    join documents using (doc_no)
    where doc_no = cluster
),
subjects as (
    select
        entity, count(distinct prompt_id) as prompts, count(*) filter (documents_of_prompt = 1) as singletons,
        sum(mentions)::bigint as mentions, count(distinct doc_no) as documents
    from stated
    group by entity
),
objects as (
    select entity, count(*) as mentions
    from asked
    join facts on lower(object) = lower(entity)
    join occurrences using (fact_id)
    join documents using (doc_no)
    where asserted and doc_no = cluster
    group by entity
)
select
    entity, coalesce(prompts, 0) as prompts, coalesce(singletons, 0) as singletons,
    coalesce(subjects.mentions, 0) as mentions, coalesce(documents, 0) as documents,
    coalesce(objects.mentions, 0) as mentions_as_object
from asked left join subjects using (entity) left join objects using (entity)
order by subjects.mentions nulls first, mentions_as_object, entity
limit $limit;
