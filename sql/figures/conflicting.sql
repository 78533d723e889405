-- Prompts to which the run states several answers: conflicts, or questions that have many.
-- One row: a prompt with at least two objects that are asserted somewhere, a date and a finer one inside it being two.
create or replace temp table conflicting as
select prompt_id from answered group by prompt_id having count(*) > 1;
