-- The documents that contribute most singletons.
-- One row: a document with the prompts that it alone states, how many that is for 1,000 words, and its share of all singletons
-- (of the domain's, where one is chosen). Counted as in the report.
-- $domain = null   only in this domain
-- $limit = 20   how many rows
with alone as (select min(doc_no) as doc_no from counted group by prompt_id having count(*) = 1)
select
    doc_id, title, domain, shard, words, count(*) as singletons, 1000 * count(*) / nullif(words, 0) as per_1000_words,
    count(*) / sum(count(*)) over () as share_of_singletons
from alone join documents using (doc_no)
where $domain is null or domain = $domain
group by doc_no, doc_id, title, domain, shard, words
order by singletons desc, doc_no
limit $limit;
