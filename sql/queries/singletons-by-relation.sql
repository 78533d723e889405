-- Singletons by relation: which questions only one document answers.
-- One row: a relation with its prompts, how many of them lie in one document of the corpus, the missing mass of its mentions,
-- and its share of all singletons. Counted as in the report.
-- $domain = null   only prompts that this domain states, and its mentions of them
-- $limit = 30   how many rows
with spread as (
    select
        prompt_id, count(*) as documents,
        sum(mentions) filter ($domain is null or domain = $domain)::bigint as mentions
    from counted
    group by prompt_id
)
select
    relation, count(*) as prompts, count(*) filter (documents = 1) as singletons,
    coalesce(sum(mentions) filter (documents = 1), 0) / sum(mentions) as missing_mass,
    count(*) filter (documents = 1) / sum(count(*) filter (documents = 1)) over () as share_of_singletons
from spread join prompts using (prompt_id)
where mentions > 0
group by relation
order by singletons desc, prompts desc, relation
limit $limit;
