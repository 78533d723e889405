-- What ties the estimates of two groups together (factscan.stats.CrossSums): pairs of units, one in each group, that know
-- prompts which no third unit knows, and units that lie in both ($apart: there are none).
-- One row: two groups with any such tie, one before other. m, u and w are as in units.sql, products of the one's and the
-- other's, summed over the units in both; pairs and weighted_pairs as in pairs.sql, one unit in each group.
with per_unit as (
    select
        grp, unit,
        sum(mentions)::hugeint as m,
        coalesce(sum(mentions) filter (units = 1), 0)::hugeint as u,
        coalesce(sum(mentions * billionths) filter (units = 1), 0)::hugeint as w
    from weighed
    where not $apart
    group by grp, unit
),
ties as (
    select
        one.grp as one, other.grp as other,
        0::hugeint as mm, 0::hugeint as mu, 0::hugeint as um, 0::hugeint as uu,
        0::hugeint as mw, 0::hugeint as wm, 0::hugeint as ww,
        sum(one.a * other.b + one.b * other.a) as pairs, sum(one.wa * other.wb + one.wb * other.wa) as weighted_pairs
    from pair_sums as one join pair_sums as other using (first, second)
    where one.grp < other.grp
    group by one.grp, other.grp
    union all
    select
        one.grp, other.grp,
        sum(one.m * other.m), sum(one.m * other.u), sum(one.u * other.m), sum(one.u * other.u),
        sum(one.m * other.w), sum(one.w * other.m), sum(one.w * other.w),
        0, 0
    from per_unit as one join per_unit as other using (unit)
    where one.grp < other.grp
    group by one.grp, other.grp
)
select
    one, other,
    sum(mm)::double as mm, sum(mu)::double as mu, sum(um)::double as um, sum(uu)::double as uu,
    sum(mw)::double / 1e9 as mw, sum(wm)::double / 1e9 as wm, sum(ww)::double / 1e18 as ww,
    sum(pairs)::double as pairs, sum(weighted_pairs)::double / 1e18 as weighted_pairs
from ties
group by one, other
order by one, other;
