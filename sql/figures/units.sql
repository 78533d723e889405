-- Sums over the units of a group: all that an estimate and its interval need (factscan.stats.UnitSums).
-- One row: a group. m are a unit's mentions, u those of prompts found in no other unit, w the same less the lucky
-- guesses; cc is the sum of squared mentions of a prompt in a unit.
with per_unit as (
    select
        grp,
        unit,
        sum(mentions)::double as m,
        coalesce(sum(mentions) filter (units = 1), 0)::double as u,
        coalesce(sum(mentions * weight) filter (units = 1), 0)::double as w,
        sum(mentions * mentions)::double as cc
    from cells
    join spread using (prompt_id, scope)
    join weights using (relation)
    group by grp, unit
)
select
    grp,
    count(*) as units,
    sum(m) as mentions,
    sum(u) as u, sum(w) as w,
    sum(m * m) as mm,
    sum(m * u) as mu, sum(u * u) as uu,
    sum(m * w) as mw, sum(w * w) as ww,
    sum(cc) as cc
from per_unit
group by grp
order by grp;
