-- How many prompts came and went.
-- One row: a group, with its prompts in either run and how they changed. A prompt that another group of the scope states is
-- neither gained nor lost by a group.
select
    kind, grp,
    count(*) filter (mentions_a > 0) as prompts_a,
    count(*) filter (mentions_b > 0) as prompts_b,
    count(*) filter (change = 'gained') as gained,
    count(*) filter (change = 'gained' and units_b = 1) as gained_singletons,
    count(*) filter (change = 'lost') as lost,
    count(*) filter (change = 'lost' and units_a = 1) as lost_singletons,
    count(*) filter (change = 'became known') as became_known,
    count(*) filter (change = 'became a singleton') as became_singletons
from prompt_changes
group by kind, grp
order by kind, grp;
