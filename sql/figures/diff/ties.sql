-- What ties a group of run_a to the same group of run_b (factscan.stats.CrossSums): units that are in both, and pairs of
-- such units that know prompts which no third unit knows, in either run.
-- One row: a group of a kind that both runs have. m, u and w are as in units.sql, products of the one run's and the other's;
-- shared_a and shared_b are the mentions of units that are the same in both. Pairs are numbered as in run_b, where the
-- lower number may be the other unit's.
with of_units as (
    select
        one.kind, one.grp,
        sum(one.m * other.m)::double as mm,
        sum(one.m * other.u)::double as mu, sum(one.u * other.m)::double as um, sum(one.u * other.u)::double as uu,
        sum(one.m * other.w)::double / 1e9 as mw, sum(one.w * other.m)::double / 1e9 as wm,
        sum(one.w * other.w)::double / 1e18 as ww
    from unit_links
    join (from kept_units where run = 'run_a') as one on one.unit = unit_links.a
    join (from kept_units where run = 'run_b') as other on other.unit = unit_links.b
        and other.kind = one.kind and other.grp = one.grp
    group by one.kind, one.grp
),
renumbered as (
    select
        kind, grp, least(one.b, other.b) as first, greatest(one.b, other.b) as second,
        if(one.b < other.b, kept.a, kept.b) as a, if(one.b < other.b, kept.b, kept.a) as b,
        if(one.b < other.b, wa, wb) as wa, if(one.b < other.b, wb, wa) as wb
    from (from kept_pairs where run = 'run_a') as kept
    join unit_links as one on one.a = first
    join unit_links as other on other.a = second
    where one.b <> other.b
),
of_pairs as (
    select
        kind, grp,
        sum(one.a * other.b + one.b * other.a)::double as pairs,
        sum(one.wa * other.wb + one.wb * other.wa)::double / 1e18 as weighted_pairs
    from renumbered as one
    join (from kept_pairs where run = 'run_b') as other using (kind, grp, first, second)
    group by kind, grp
),
shared as (
    select
        run, kind, grp, sum(m)::double as mentions
    from kept_units
    where (run = 'run_a' and unit in (select a from unit_links where same))
        or (run = 'run_b' and unit in (select b from unit_links where same))
    group by run, kind, grp
)
select
    kind, grp, mm, mu, um, uu, mw, wm, ww,
    coalesce(pairs, 0) as pairs, coalesce(weighted_pairs, 0) as weighted_pairs,
    coalesce(of_a.mentions, 0) as shared_a, coalesce(of_b.mentions, 0) as shared_b
from of_units
left join of_pairs using (kind, grp)
left join (from shared where run = 'run_a') as of_a using (kind, grp)
left join (from shared where run = 'run_b') as of_b using (kind, grp)
order by kind, grp;
