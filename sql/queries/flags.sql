-- Why mentions are not counted: what is stated but not asserted, by flag and domain.
-- One row: a flag in a domain, with an example. A mention may have several flags.
-- $domain = null   only in this domain
select
    flag, domain, count(*) as mentions,
    arg_min(subject || ' – ' || relation || ' – ' || object, (doc_no, char_start)) as example
from (select *, unnest(flags) as flag from mentions where not asserted)
where $domain is null or domain = $domain
group by flag, domain
order by mentions desc, flag, domain;
