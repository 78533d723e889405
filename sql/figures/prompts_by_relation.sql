-- One row: a relation, with its distinct asserted prompts.
select relation, count(*) as prompts
from prompts
where list_contains($subjects, subject_kind)
    and prompt_id in (select prompt_id from prompt_documents)
group by relation
order by relation;
