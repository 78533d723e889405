-- One row: a group and a number of units, with the group's mentions of prompts that exactly so many units of the scope
-- state; only: those of them that no other domain states.
select
    grp, units,
    sum(mentions)::double as mentions,
    coalesce(sum(mentions) filter (units = 1 or one_domain), 0)::double as only
from (select *, (case $scope when 'alone' then grp else '' end)::group_name as scope from weighed)
left join parting using (prompt_id, scope)
group by grp, units
order by grp, units;
