-- Frequency of frequencies: how many prompts have exactly k mentions, and how many lie in exactly k documents.
-- One row: a number k. Counted as in the report.
-- $limit = 50   how many rows, from k = 1
with spread as (
    select prompt_id, sum(mentions)::bigint as mentions, count(*) as documents from counted group by prompt_id
),
by_mentions as (select mentions as k, count(*) as prompts from spread group by k),
by_documents as (select documents as k, count(*) as prompts from spread group by k)
select
    k,
    coalesce(by_mentions.prompts, 0) as prompts_with_k_mentions,
    coalesce(by_documents.prompts, 0) as prompts_in_k_documents
from by_mentions full join by_documents using (k)
order by k
limit $limit;
