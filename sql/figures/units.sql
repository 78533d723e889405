-- Sums over the units of a group: all that an estimate and its interval need (factscan.stats.UnitSums).
-- One row: a group. m are a unit's mentions, u those of prompts found in no other unit, w the same less the lucky
-- guesses; cc is the sum of squared mentions of a prompt in a unit.
-- Weights are whole billionths: integers add up to the same sum in any order, and so on any number of threads.
with per_unit as (
    select
        grp,
        unit,
        sum(mentions)::hugeint as m,
        coalesce(sum(mentions) filter (units = 1), 0)::hugeint as u,
        coalesce(sum(mentions * billionths) filter (units = 1), 0)::hugeint as w,
        sum(mentions * mentions)::hugeint as cc
    from weighed
    group by grp, unit
)
select
    grp,
    count(*) as units,
    sum(m)::double as mentions,
    sum(u)::double as u, sum(w)::double / 1e9 as w,
    sum(m * m)::double as mm,
    sum(m * u)::double as mu, sum(u * u)::double as uu,
    sum(m * w)::double / 1e9 as mw, sum(w * w)::double / 1e18 as ww,
    sum(cc)::double as cc
from per_unit
group by grp
order by grp;
