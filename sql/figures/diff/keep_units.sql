-- The units of the groups that are laid out.
-- One row: a unit of a group of $run.
insert into kept_units
select
    $run, $kind, grp, unit,
    sum(mentions)::hugeint,
    coalesce(sum(mentions) filter (units = 1), 0)::hugeint,
    coalesce(sum(mentions * billionths) filter (units = 1), 0)::hugeint
from weighed
group by grp, unit;
