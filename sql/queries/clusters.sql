-- The largest clusters of near-duplicates: pages copied, mirrored or made from one template.
-- One row: a cluster with at least two documents. texts are those that differ by more than case and white space; a document
-- without a title is named by its id.
-- $domain = null   only clusters with a document of this domain
-- $limit = 20   how many rows
select
    count(*) as documents, count(distinct exact_cluster) as texts, min(words) as words,
    list(distinct coalesce(nullif(title, ''), doc_id) order by coalesce(nullif(title, ''), doc_id))[:5] as titles,
    list(distinct domain order by domain)[:5] as domains, list(distinct shard order by shard)[:5] as shards
from documents
group by cluster
having count(*) > 1 and ($domain is null or bool_or(domain = $domain))
order by count(*) desc, min(words) desc, cluster
limit $limit;
