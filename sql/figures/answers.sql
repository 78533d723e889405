-- How the answers of each relation are spread over the whole run, copies or not: what a lucky guess is worth.
-- One row: a relation, an object type and an object (answer is its number), with the distinct prompts that it answers.
with answered as (
    select relation, object_type, object, count(distinct prompt_id) as prompts
    from facts
    join prompts using (prompt_id)
    where list_contains($subjects, subject_kind)
        and fact_id in (select fact_id from occurrences where asserted)
    group by all
)
select relation, object_type, dense_rank() over (order by object) as answer, prompts
from answered
order by relation, object_type, answer;
