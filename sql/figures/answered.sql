-- What the run answers, copies or not.
-- One row: a fact about the $subjects that is asserted somewhere, with its prompt's relation by number.
create or replace temp table answered as
select prompt_id, number as relation, object_type, object
from facts
semi join (select fact_id from occurrences where asserted) using (fact_id)
join prompts using (prompt_id)
join relation_numbers using (relation)
where list_contains($subjects, subject_kind);
