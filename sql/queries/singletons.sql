-- Singletons with their evidence: the prompts that only one document answers.
-- One row: a mention of a prompt whose mentions all lie in one document. Counted as in the report.
-- $domain = null   only in this domain
-- $limit = 20   how many rows
with alone as (select prompt_id from counted group by prompt_id having count(*) = 1)
select subject, relation, object, domain, shard, doc_id, title, sentence
from mentions join alone using (prompt_id)
where counted and ($domain is null or domain = $domain)
order by subject, relation, object, doc_no, char_start
limit $limit;
