-- One row: a domain, the largest first.
select domain from documents group by domain order by count(*) desc, domain;
