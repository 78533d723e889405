-- The prompts of the groups that have a page, and how widely each is stated.
-- One row: a prompt in a group; units: how many state it in the whole scope, here: how many of them are of the group. grp is
-- null for the whole corpus ($whole), else one of the $groups.
create or replace temp table known as
select
    case when not $whole then grp end as grp, prompt_id,
    any_value(units) as units, count(*) as here, sum(mentions)::bigint as mentions
from cells join spread using (prompt_id, scope)
where $whole or list_contains($groups, grp)
group by all;
