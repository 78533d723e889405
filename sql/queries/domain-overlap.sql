-- Overlap of domains: what one domain can learn from another.
-- One row: two domains, the prompts that both state, their share of the first domain's prompts and of its mentions: how much
-- of what the first is asked the other knows. Pairs without a common prompt are left out. Counted as in the report.
with stated as (select prompt_id, domain, sum(mentions) as mentions from counted group by all),
sizes as (select domain, count(*) as prompts, sum(mentions) as mentions from stated group by domain)
select
    a.domain, b.domain as other, count(*) as shared_prompts,
    count(*) / any_value(sizes.prompts) as share_of_domain,
    sum(a.mentions) / any_value(sizes.mentions) as share_of_mentions
from stated as a
join stated as b using (prompt_id)
join sizes on sizes.domain = a.domain
where a.domain <> b.domain
group by a.domain, b.domain
order by shared_prompts desc, a.domain, other;
