-- What every domain misses in a mixture: prompts of its documents whose other units are not kept.
-- Reads the table rates: a domain grp, whether it is kept whole, and the loss of one unit otherwise: ln(1 − rate) in 10⁻¹²
-- (0 where all is dropped). Chances are whole billionths, and losses whole numbers, so that sums are the same in any order.
-- One row: a domain with its sums (units.sql); u are its mentions times the chance that no other unit that states the
-- prompt is kept, w the same less the lucky guesses; pairs as in pairs.sql. In a domain that is kept whole a pair knows what no
-- other whole unit states. In one that is thinned ($apart only: else pairs are null) it is any pair that shares a prompt: each
-- would take of the other's mentions its rate times the chance that no third unit is kept. Chances under 1 in 10,000
-- are left out, and where more than $most_pairs rows remain, pairs are null.
with marked as (
    select
        prompt_id, grp, unit, mentions, billionths,
        whole::bigint as whole, case when whole then 0 else loss end as loss
    from weighed join rates using (grp)
),
own as (
    select prompt_id, unit, max(whole) as whole, sum(loss)::bigint as loss
    from marked
    where not $apart
    group by prompt_id, unit
),
stated as (
    select prompt_id, sum(whole)::bigint as whole, sum(loss)::bigint as loss
    from (select prompt_id, whole, loss from own union all select prompt_id, whole, loss from marked where $apart)
    group by prompt_id
),
others as (
    select
        prompt_id, grp, unit, mentions, billionths, marked.whole = 1 as kept_whole,
        stated.whole - coalesce(own.whole, marked.whole) as others_whole,
        stated.loss - coalesce(own.loss, marked.loss) as others_loss
    from marked
    join stated using (prompt_id)
    left join own using (prompt_id, unit)
),
missed as (
    select
        *,
        round(exp(others_loss / 1e12) * 1e9)::bigint as chance,
        (chance * billionths) // 1000000000 as lucky
    from others
),
per_unit as (
    select
        grp, unit,
        sum(mentions)::hugeint as m,
        coalesce(sum(mentions * chance) filter (others_whole = 0), 0)::hugeint as u,
        coalesce(sum(mentions * lucky) filter (others_whole = 0), 0)::hugeint as w,
        sum(mentions * mentions)::hugeint as cc
    from missed
    group by grp, unit
),
doubles as (from missed where kept_whole and others_whole = 1),
ends as (select prompt_id, min(unit) as first, max(unit) as second from doubles group by prompt_id),
per_pair as (
    select
        grp, first, second,
        coalesce(sum(mentions * chance) filter (unit = first), 0)::hugeint as a,
        coalesce(sum(mentions * chance) filter (unit = second), 0)::hugeint as b,
        coalesce(sum(mentions * lucky) filter (unit = first), 0)::hugeint as wa,
        coalesce(sum(mentions * lucky) filter (unit = second), 0)::hugeint as wb
    from doubles join ends using (prompt_id)
    where first < second
    group by grp, first, second
),
thinned as (
    select
        prompt_id, grp, unit, mentions,
        round((1 - exp(marked.loss / 1e12)) * exp((stated.loss - 2 * marked.loss) / 1e12) * 1e9)::bigint as chance,
        billionths
    from marked join stated using (prompt_id)
    where $apart and marked.loss < 0 and stated.whole = 0 and stated.loss - 2 * marked.loss > -9.21e12
),
crowds as (
    select grp, sum(n * (n - 1) // 2) as rows
    from (select grp, prompt_id, count(*) as n from thinned group by grp, prompt_id)
    group by grp
),
per_thin_pair as (
    select
        grp, one.unit as first, other.unit as second,
        sum(one.mentions * one.chance)::hugeint as a,
        sum(other.mentions * one.chance)::hugeint as b,
        sum(one.mentions * (one.chance * one.billionths // 1000000000))::hugeint as wa,
        sum(other.mentions * (one.chance * one.billionths // 1000000000))::hugeint as wb
    from thinned as one join thinned as other using (prompt_id, grp)
    where one.unit < other.unit and grp in (select grp from crowds where rows <= $most_pairs)
    group by grp, one.unit, other.unit
),
paired as (
    select grp, sum(a * b)::double / 1e18 as pairs, sum(wa * wb)::double / 1e18 as weighted_pairs
    from (from per_pair union all from per_thin_pair)
    group by grp
),
unknown as (
    select grp from rates where not $apart and loss < 0
    union
    select grp from crowds where rows > $most_pairs
)
select
    grp,
    count(*) as units,
    sum(m)::double as mentions,
    sum(u)::double / 1e9 as u, sum(w)::double / 1e9 as w,
    sum(m * m)::double as mm,
    sum(m * u)::double / 1e9 as mu, sum(u * u)::double / 1e18 as uu,
    sum(m * w)::double / 1e9 as mw, sum(w * w)::double / 1e18 as ww,
    sum(cc)::double as cc,
    case when grp not in (select grp from unknown) then coalesce(any_value(pairs), 0) end as pairs,
    case when grp not in (select grp from unknown) then coalesce(any_value(weighted_pairs), 0) end as weighted_pairs
from per_unit left join paired using (grp)
group by grp
order by grp;
