-- Prompts that one source alone knows, though several of its documents state them.
-- One row: a prompt with its documents and mentions, all of the one source. Counted as in the report; documents without a source
-- are of none.
-- $source = null   only this source
-- $documents = 2   at least so many documents; 1: singletons too
-- $limit = 20   how many rows
with spread as (
    select prompt_id, min(source) as source, count(*) as documents, sum(mentions)::bigint as mentions
    from counted
    group by prompt_id
    having
        min(source) = max(source) and min(source) <> '' and count(*) >= $documents
        and ($source is null or min(source) = $source)
    order by documents desc, mentions desc, prompt_id
    limit $limit
)
select source, subject, relation, documents, mentions
from spread join prompts using (prompt_id)
order by documents desc, mentions desc, prompt_id;
