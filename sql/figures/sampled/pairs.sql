-- Of a sampled run: what two units know together and no other does, of the prompts that are kept (figures/pairs.sql).
-- One row: a group; pairs is the sum over pairs of units of the products of mentions, own the sum of each prompt's own
-- product; both less the lucky guesses as well.
with doubles as (
    select
        grp, min(unit) as first, max(unit) as second,
        arg_min(mentions, unit)::hugeint as a, arg_max(mentions, unit)::hugeint as b,
        any_value(billionths)::hugeint as weight
    from weighed
    where units = 2
    group by grp, prompt_id
    having count(*) = 2
),
per_pair as (
    select
        grp,
        sum(a) as a, sum(b) as b, sum(a * weight) as wa, sum(b * weight) as wb,
        sum(a * b) as own, sum(a * b * weight * weight) as weighted_own
    from doubles
    group by grp, first, second
)
select
    grp,
    sum(a * b)::double as pairs, sum(wa * wb)::double / 1e18 as weighted_pairs,
    sum(own)::double as own, sum(weighted_own)::double / 1e18 as weighted_own
from per_pair
group by grp
order by grp;
