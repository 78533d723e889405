-- One row: a relation, with its distinct counted prompts.
select relation, count(distinct prompt_id) as prompts
from cells
group by relation
order by relation;
