-- What the units that one run alone has may be expected to give to a group, or take from it (factscan.stats.Tie).
-- One row: a run and a group of a kind; hits are the squared mentions in its units of prompts that exactly one other unit
-- states, by pairs of units, times φ(1 − φ), φ the share of the whole scope's units that are in this run alone.
with of_pairs as (
    select run, kind, grp, sum(a * a + b * b)::double as hits, sum(wa * wa + wb * wb)::double / 1e18 as weighted_hits
    from kept_pairs
    group by run, kind, grp
),
linked as (
    select 'run_a' as run, a as unit from unit_links where same
    union
    select 'run_b', b from unit_links where same
),
apart as (
    select run, kind, grp, avg((linked.unit is null)::integer) as share
    from kept_units left join linked using (run, unit)
    group by run, kind, grp
)
select
    run, of_pairs.kind, of_pairs.grp,
    share * (1 - share) * hits as hits, share * (1 - share) * weighted_hits as weighted_hits
from of_pairs
join apart using (run)
where $scope = 'mix' and apart.kind = 'overall'
    or $scope = 'alone' and apart.kind = of_pairs.kind and apart.grp = of_pairs.grp
order by run, of_pairs.kind, of_pairs.grp;
