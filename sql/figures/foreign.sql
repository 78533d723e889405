-- Domains that are mostly not English, the largest first.
-- One row: a domain, its sentences, and how many of them were skipped as another language than English, or none; only
-- domains where more than $share of them were.
select domain, sum(documents.sentences)::bigint as sentences, sum(skipped.sentences)::bigint as foreign
from documents left join (select * from skipped where filter = 'language') as skipped using (doc_no)
group by domain
having coalesce(sum(skipped.sentences), 0) > $share * sum(documents.sentences)
order by sentences desc, domain;
