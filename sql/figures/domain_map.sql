-- Which domain gets which name, for one report: the rules of a map, in its order. A domain's own name counts before a
-- pattern, and of several patterns the first.
-- One row: a rule of the map and a domain that it renames; domain is null where a rule renames none.
-- $patterns and $names: what the rules say, rule by rule.
create or replace temp table domain_map as
with rules as (
    select
        unnest($patterns::varchar[]) as pattern, unnest($names::varchar[]) as name,
        generate_subscripts($patterns::varchar[], 1) as rule
),
held as (select distinct domain from documents),
fitting as (
    select domain, rule, 0 as loose from held join rules on domain = pattern
    union all
    select domain, rule, 1 from held join (from rules where regexp_matches(pattern, '[*?\[]')) on domain glob pattern
),
chosen as (select domain, arg_min(rule, (loose, rule)) as rule from fitting group by domain)
select rule, pattern, name, domain from rules left join chosen using (rule);
