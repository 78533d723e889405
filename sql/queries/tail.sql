-- The tail of the prompts: what hardly any document states.
-- One row: a prompt with the documents and mentions that state it, the rarest first, and among equals in the order of
-- their hashes: a sample that stays the same. Counted as in the report.
-- $domain = null   only prompts that this domain states; their documents are those of all domains
-- $limit = 20   how many rows
with spread as (
    select prompt_id, count(*) as documents, sum(mentions)::bigint as mentions, min(domain) as first_domain
    from counted
    group by prompt_id
    having $domain is null or bool_or(domain = $domain)
    order by documents, mentions, prompt_id
    limit $limit
)
select subject, relation, documents, mentions, first_domain as domain
from spread join prompts using (prompt_id)
order by documents, mentions, prompt_id;
