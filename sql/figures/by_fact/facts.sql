-- In place of the table facts where facts count.
-- One row: a fact, and as its prompt_id the fact that it is one answer with: itself, or a finer date (coarse.sql).
create or replace temp view facts as
select fact_id, coalesce(finest, fact_id) as prompt_id, object, object_type
from factscan.facts left join coarse using (fact_id);
