-- What two units know together and no other does: prompts that lie in exactly two units, both in one group, summed
-- over the prompts of the same two units before multiplying.
-- One row: a group; pairs is the sum of the products of mentions, weighted_pairs the same less the lucky guesses.
with doubles as (
    select
        grp, min(unit) as first, max(unit) as second,
        arg_min(mentions, unit) as a, arg_max(mentions, unit) as b, any_value(billionths) as weight
    from weighed
    where units = 2
    group by grp, prompt_id
    having count(*) = 2
),
per_pair as (
    select
        grp,
        sum(a)::hugeint as a, sum(b)::hugeint as b,
        sum(a * weight)::hugeint as wa, sum(b * weight)::hugeint as wb
    from doubles
    group by grp, first, second
)
select grp, sum(a * b)::double as pairs, sum(wa * wb)::double / 1e18 as weighted_pairs
from per_pair
group by grp
order by grp;
