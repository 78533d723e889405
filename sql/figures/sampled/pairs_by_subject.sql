-- Of a run that samples subjects: what two units know together and no other does (pair_sums.sql).
-- One row: a group; pairs is the sum over pairs of units of the products of mentions, own the same of each subject alone;
-- both less the lucky guesses as well.
with doubles as (
    select
        grp, prompt_id, min(unit) as first, max(unit) as second,
        arg_min(mentions, unit)::double as a, arg_max(mentions, unit)::double as b,
        any_value(billionths)::double / 1e9 as weight
    from weighed
    where units = 2
    group by grp, prompt_id
    having count(*) = 2
),
by_subject as (
    select
        grp, sum(a) * sum(b) as own, sum(a * weight) * sum(b * weight) as weighted_own
    from doubles join prompts using (prompt_id)
    group by grp, first, second, lower(subject)
),
owns as (select grp, sum(own) as own, sum(weighted_own) as weighted_own from by_subject group by grp),
products as (
    select grp, sum(a * b)::double as pairs, sum(wa * wb)::double / 1e18 as weighted_pairs from pair_sums group by grp
)
select grp, pairs, weighted_pairs, coalesce(own, 0) as own, coalesce(weighted_own, 0) as weighted_own
from products left join owns using (grp)
order by grp;
