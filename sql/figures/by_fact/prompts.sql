-- In place of the table prompts where facts count: a question for every answer to it, under the name of the answer.
-- One row: a fact, dates inside each other being one (coarse.sql), with the subject and the relation of its prompt.
create or replace temp view prompts as
select facts.fact_id as prompt_id, subject, subject_kind, relation
from factscan.facts as facts
anti join coarse using (fact_id)
join factscan.prompts as asked on asked.prompt_id = facts.prompt_id;
