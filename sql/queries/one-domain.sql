-- Prompts that one domain alone knows, though several of its documents state them.
-- One row: a prompt with its documents and mentions, all of the one domain. Counted as in the report.
-- $domain = null   only this domain
-- $documents = 2   at least so many documents; 1: singletons too
-- $limit = 20   how many rows
with spread as (
    select prompt_id, min(domain) as domain, count(*) as documents, sum(mentions)::bigint as mentions
    from counted
    group by prompt_id
    having min(domain) = max(domain) and count(*) >= $documents and ($domain is null or min(domain) = $domain)
    order by documents desc, mentions desc, prompt_id
    limit $limit
)
select domain, subject, relation, documents, mentions
from spread join prompts using (prompt_id)
order by documents desc, mentions desc, prompt_id;
