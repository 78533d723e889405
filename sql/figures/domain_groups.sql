-- Which domain is reported as what: those with fewer than $under mentions as one, where there are at least $many of them.
-- One row: a domain and its group. Mentions are asserted ones, about any subject and in copies too, so that the groups are
-- the same under all other choices.
create or replace temp table domain_groups as
with sizes as (
    select domain, count(*) as documents, sum(mentions)::bigint as mentions from documents group by domain
),
tiny as (select count(*) as domains from sizes where mentions < $under)
select
    domain, documents, mentions,
    mentions < $under and domains >= $many as pooled,
    case
        when mentions < $under and domains >= $many
            then format('pooled: {:,} domains with fewer than {:,} mentions', domains, $under::bigint)
        else domain
    end as grp
from sizes, tiny;
