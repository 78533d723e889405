-- Singletons with their evidence: the prompts that only one document answers.
-- One row: a mention of a prompt whose asserted mentions all lie in one document (exact copies count as one).
-- $domain = null   only in this domain
-- $limit = 20   how many rows
with alone as (
    select prompt_id
    from prompt_documents join documents using (doc_no)
    group by prompt_id
    having count(distinct exact_cluster) = 1
)
select subject, relation, object, domain, shard, doc_id, title, sentence
from mentions join alone using (prompt_id)
where asserted and ($domain is null or domain = $domain)
    and doc_no in (select exact_cluster from documents)
order by subject, relation, object, doc_no, char_start
limit $limit;
