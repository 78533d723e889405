-- Where facts count: the prompts that they answer.
-- One row: a group, the distinct prompts of its facts (asked), and those of them that have several answers in the run, here or
-- elsewhere (conflicting.sql).
with stated as (
    select distinct grp, facts.prompt_id
    from weighed join factscan.facts as facts on facts.fact_id = weighed.prompt_id
)
select grp, count(*) as asked, count(*) filter (prompt_id in (select prompt_id from conflicting)) as conflicting
from stated
group by grp
order by grp;
