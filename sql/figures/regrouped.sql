-- What a map of domains has done.
-- One row: a rule, with how many domains it has renamed, and the first of them.
select pattern, name, count(domain) as domains, coalesce(list(domain order by domain) filter (domain is not null), [])[:5] as examples
from domain_map
group by rule, pattern, name
order by rule;
