-- Of a run that samples subjects: what two units know together and no other does (figures/pairs.sql).
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
        grp, first, second, lower(subject) as subject,
        sum(a) as a, sum(b) as b, sum(a * weight) as wa, sum(b * weight) as wb
    from doubles join prompts using (prompt_id)
    group by all
),
per_pair as (
    select
        grp, sum(a) * sum(b) as pairs, sum(wa) * sum(wb) as weighted_pairs,
        sum(a * b) as own, sum(wa * wb) as weighted_own
    from by_subject
    group by grp, first, second
)
select
    grp, sum(pairs) as pairs, sum(weighted_pairs) as weighted_pairs,
    sum(own) as own, sum(weighted_own) as weighted_own
from per_pair
group by grp
order by grp;
