-- The head of the prompts: what is asked of the corpus again and again.
-- One row: a prompt by its rank, with the documents and mentions that state it and the domains that they are of. Counted as in
-- the report.
-- $domain = null   count only this domain
-- $limit = 20   how many rows
with spread as (
    select prompt_id, count(*) as documents, sum(mentions)::bigint as mentions, count(distinct domain) as domains
    from counted
    where $domain is null or domain = $domain
    group by prompt_id
    order by documents desc, mentions desc, prompt_id
    limit $limit
)
select
    row_number() over (order by documents desc, mentions desc, prompt_id) as rank,
    subject, relation, documents, mentions, domains
from spread join prompts using (prompt_id)
order by rank;
