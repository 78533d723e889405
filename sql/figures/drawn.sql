-- What the proven bound is computed on: one mention drawn uniformly from every unit. Its expectation needs no draw.
-- One row: a group, with its units and how many of them are expected to draw a mention of a pooled relation whose prompt
-- no other unit states (singletons), or of any relation (all_singletons). Whole billionths, so that the sum is the same in any order.
with per_unit as (
    select
        grp,
        coalesce(sum(mentions) filter (units = 1 and pooled), 0) / sum(mentions) as chance,
        coalesce(sum(mentions) filter (units = 1), 0) / sum(mentions) as any_chance
    from weighed
    group by grp, unit
)
select
    grp, count(*) as units,
    sum(round(chance * 1e9)::hugeint)::double / 1e9 as singletons,
    sum(round(any_chance * 1e9)::hugeint)::double / 1e9 as all_singletons
from per_unit
group by grp
order by grp;
