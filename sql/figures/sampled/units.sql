-- Of a sampled run: sums over the units of a group (factscan.stats.sampling.SampledSums).
-- One row: a group. m are all mentions of a unit; u those kept of prompts found in no other unit, w the same less the lucky
-- guesses; aa and ww_own are the sums of their squares by prompt, cc that of all kept prompts by unit.
with kept as (
    select
        grp, unit,
        coalesce(sum(mentions) filter (units = 1), 0)::hugeint as u,
        coalesce(sum(mentions * billionths) filter (units = 1), 0)::hugeint as w,
        coalesce(sum(mentions * mentions) filter (units = 1), 0)::hugeint as aa,
        coalesce(sum((mentions * billionths)::hugeint * (mentions * billionths)) filter (units = 1), 0)
            ::hugeint as wa,
        sum(mentions * mentions)::hugeint as cc
    from weighed
    group by grp, unit
),
per_unit as (
    select
        grp, m::hugeint as m,
        coalesce(u, 0)::hugeint as u, coalesce(w, 0)::hugeint as w,
        coalesce(aa, 0) as aa, coalesce(wa, 0) as wa, coalesce(cc, 0) as cc
    from unit_mentions left join kept using (grp, unit)
)
select
    grp,
    count(*) as units,
    sum(m)::double as mentions,
    sum(u)::double as u, sum(w)::double / 1e9 as w,
    sum(m * m)::double as mm,
    sum(m * u)::double as mu, sum(u * u)::double as uu,
    sum(m * w)::double / 1e9 as mw, sum(w * w)::double / 1e18 as ww,
    sum(cc)::double as cc,
    sum(aa)::double as u_squares, sum(wa)::double / 1e18 as w_squares
from per_unit
group by grp
order by grp;
