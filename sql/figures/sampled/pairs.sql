-- Of a sampled run: what two units know together and no other does, of the prompts that are kept (pair_sums.sql).
-- One row: a group; pairs is the sum over pairs of units of the products of mentions, own the sum of each prompt's own
-- product; both less the lucky guesses as well.
with doubles as (
    select
        grp,
        arg_min(mentions, unit)::hugeint * arg_max(mentions, unit) as own,
        any_value(billionths)::hugeint as weight
    from weighed
    where units = 2
    group by grp, prompt_id
    having count(*) = 2
),
owns as (select grp, sum(own) as own, sum(own * weight * weight) as weighted_own from doubles group by grp),
products as (select grp, sum(a * b) as pairs, sum(wa * wb) as weighted_pairs from pair_sums group by grp)
select
    grp,
    pairs::double as pairs, weighted_pairs::double / 1e18 as weighted_pairs,
    coalesce(own, 0)::double as own, coalesce(weighted_own, 0)::double / 1e18 as weighted_own
from products left join owns using (grp)
order by grp;
