-- Products of what pairs of units of a group know together (pair_sums.sql).
-- One row: a group; pairs is the sum of the products of mentions, weighted_pairs the same less the lucky guesses.
select grp, sum(a * b)::double as pairs, sum(wa * wb)::double / 1e18 as weighted_pairs
from pair_sums
group by grp
order by grp;
