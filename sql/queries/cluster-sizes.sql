-- Sizes of the clusters of near-duplicates.
-- One row: a number of documents, and how many clusters have so many; 1: documents like no other. texts are those that differ by
-- more than case and white space.
-- $domain = null   only the documents of this domain
with clusters as (
    select cluster, count(*) as size, count(distinct exact_cluster) as texts
    from documents
    where $domain is null or domain = $domain
    group by cluster
)
select size, count(*) as clusters, sum(size)::bigint as documents, sum(texts)::bigint as texts
from clusters
group by size
order by size;
