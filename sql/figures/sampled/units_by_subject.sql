-- Of a run that samples subjects: sums over the units of a group (factscan.stats.sampling).
-- One row: a group. m are the mentions that a unit is expected to have; u those kept of prompts found in no other unit, w the
-- same less the lucky guesses; u_squares and w_squares are the sums of their squares by subject and unit, u_totals and w_totals
-- those by subject, cc that of all kept mentions by subject; subjects counts those with u > 0.
with by_subject as (
    select
        grp, unit, lower(subject) as subject,
        coalesce(sum(mentions) filter (units = 1), 0)::double as u,
        coalesce(sum(mentions * billionths) filter (units = 1), 0)::double / 1e9 as w,
        sum(mentions)::double as c
    from weighed join prompts using (prompt_id)
    group by all
),
totals as (
    select
        grp, sum(u * u) as u_totals, sum(w * w) as w_totals, sum(c * c) as cc, count(*) filter (u > 0) as subjects
    from (select grp, subject, sum(u) as u, sum(w) as w, sum(c) as c from by_subject group by grp, subject)
    group by grp
),
kept as (
    select grp, unit, sum(u) as u, sum(w) as w, sum(u * u) as uu_own, sum(w * w) as ww_own
    from by_subject
    group by grp, unit
),
per_unit as (
    select
        grp, m, coalesce(u, 0) as u, coalesce(w, 0) as w,
        coalesce(uu_own, 0) as uu_own, coalesce(ww_own, 0) as ww_own
    from unit_mentions left join kept using (grp, unit)
),
sums as (
    select
        grp,
        count(*) as units,
        sum(m) as mentions,
        sum(u) as u, sum(w) as w,
        sum(m * m) as mm, sum(m * u) as mu, sum(u * u) as uu, sum(m * w) as mw, sum(w * w) as ww,
        sum(uu_own) as u_squares, sum(ww_own) as w_squares
    from per_unit
    group by grp
)
select sums.*, coalesce(u_totals, 0) as u_totals, coalesce(w_totals, 0) as w_totals,
    coalesce(cc, 0) as cc, coalesce(subjects, 0) as subjects
from sums left join totals using (grp)
order by grp;
