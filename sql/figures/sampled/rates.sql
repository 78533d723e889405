-- Of a run that samples subjects: mentions of the $subjects by word, from the sentences that were counted. A domain with
-- $enough of them has a rate of its own, the others that of the whole run. Copies of documents are left out.
-- One row: a domain, its rate, and the variance of the rate; ratio estimator over sentences drawn one in $counted_one_in.
create or replace temp table rates as
with counted as (
    select
        domain, counted_sentences.words as w,
        if(list_contains($subjects, 'name'), names, 0) + if(list_contains($subjects, 'topic'), topics, 0) as m
    from counted_sentences join documents using (doc_no)
    where doc_no = cluster
),
sums as (
    select
        domain, count(*) as sentences, sum(m) as m, sum(w) as w,
        sum(m * m) as mm, sum(m * w) as mw, sum(w * w) as ww
    from counted
    group by domain
    union all
    select null, count(*), sum(m), sum(w), sum(m * m), sum(m * w), sum(w * w) from counted
),
estimated as (
    select
        domain, sentences, m / w as rate,
        (1 - 1 / $counted_one_in) * (mm - 2 * m / w * mw + (m / w) * (m / w) * ww) / (w * w) as variance
    from sums
    where w > 0
),
chosen as (
    select domains.domain, own.rate, own.variance
    from (select distinct domain from documents) as domains
    left join (from estimated where sentences >= $enough and domain is not null) as own using (domain)
)
select
    chosen.domain, if(chosen.rate is null, null, chosen.domain) as stratum,
    coalesce(chosen.rate, whole.rate, 0) as rate, coalesce(chosen.variance, whole.variance, 0) as variance
from chosen left join (from estimated where domain is null) as whole on true;
