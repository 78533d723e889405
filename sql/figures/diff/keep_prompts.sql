-- The prompts of the groups that are laid out.
-- One row: a prompt in a group of $run.
insert into kept_prompts
select $run, $kind, grp, prompt_id, sum(mentions)::bigint, any_value(units)
from weighed
group by grp, prompt_id;
