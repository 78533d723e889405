-- The prompts of ``stated``, the most stated first, $limit of them.
-- One row: a prompt with what counts: mentions, documents, the units that they lie in, and its domains.
select
    prompt_id,
    count(*) filter (left_out is null) as mentions,
    count(distinct doc_no) filter (left_out is null) as documents,
    count(distinct unit) filter (left_out is null) as units,
    coalesce(list(distinct domain order by domain) filter (left_out is null), []) as domains
from stated
group by prompt_id
order by mentions desc, documents desc, prompt_id
limit $limit;
