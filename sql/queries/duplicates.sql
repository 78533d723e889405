-- Documents that are copies of each other after folding case and white space (near-copies: clusters).
-- One row: a group of copies with its size, its titles and its shards.
-- $limit = 20   how many rows
select
    count(*) as copies, min(words) as words, list(distinct title order by title)[:5] as titles,
    list(distinct shard order by shard)[:5] as shards
from documents
group by exact_cluster
having count(*) > 1
order by copies desc, words desc, exact_cluster
limit $limit;
