-- Frequencies of frequencies.
-- One row: a group and a number of units, with the prompts of the group that so many units of the scope state.
select grp, units, count(*) as prompts, sum(mentions)::bigint as mentions
from known
group by grp, units
order by grp, units;
