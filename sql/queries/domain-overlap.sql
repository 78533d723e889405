-- Overlap of domains: what one domain can learn from another.
-- One row: two domains, the prompts that both state, and their share of the first domain's prompts. Counted as in the
-- report.
with stated as (select distinct prompt_id, domain from counted),
sizes as (select domain, count(*) as prompts from stated group by domain)
select
    a.domain, b.domain as other, count(*) as shared_prompts,
    count(*) / any_value(sizes.prompts) as share_of_domain
from stated as a
join stated as b using (prompt_id)
join sizes on sizes.domain = a.domain
where a.domain <> b.domain
group by a.domain, b.domain
order by shared_prompts desc, a.domain, other;
