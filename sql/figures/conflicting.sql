-- Prompts to which the run states several answers: conflicts, or questions that have many. A date and a finer one inside it are
-- one answer (coarse.sql).
-- One row: a prompt with at least two objects that are asserted somewhere.
create or replace temp table conflicting as
select prompt_id
from facts
semi join (from occurrences where asserted) using (fact_id)
anti join coarse using (fact_id)
group by prompt_id
having count(*) > 1;
