-- What the filters left out before the parser, by filter and domain.
-- One row: a filter in a domain: the sentences and characters that it dropped, and its share of the domain's sentences.
-- $domain = null   only in this domain
-- $filter = null   only this filter ('dialogue', say)
with totals as (select domain, sum(sentences) as sentences from documents group by domain)
select
    filter, domain, sum(skipped.sentences)::bigint as sentences, sum(characters)::bigint as characters,
    sum(skipped.sentences) / any_value(totals.sentences) as share
from skipped
join documents using (doc_no)
join totals using (domain)
where ($domain is null or domain = $domain) and ($filter is null or filter = $filter)
group by filter, domain
order by sentences desc, filter, domain;
