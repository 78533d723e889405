-- Prompts to which the run states several answers: conflicts, or questions that have many. A date and a finer one inside it are
-- one answer (coarse.sql).
-- One row: a prompt with at least two objects that are asserted somewhere.
create or replace temp table conflicting as
with answers as (select prompt_id, count(*) as answers from answered group by prompt_id having count(*) > 1),
doubled as (select prompt_id, count(*) as dates from coarse group by prompt_id)
select prompt_id
from answers left join doubled using (prompt_id)
where answers - coalesce(dates, 0) > 1;
