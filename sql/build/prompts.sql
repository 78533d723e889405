-- One row a prompt. The same prompt may be spelled in several ways and found as several kinds of subject: the
-- first spelling in code-point order and the most specific kind are kept, whatever the order of the parts.
-- In the order of their subjects' keys, so that those of one subject are found without reading all others.
insert into prompts
select
    prompt_id,
    min(subject),
    case min(case subject_kind when 'name' then 0 when 'topic' then 1 else 2 end)
        when 0 then 'name' when 1 then 'topic' else 'concept'
    end,
    min(relation),
    hash(plain(min(subject))) as subject_key
from read_parquet($prompts)
group by prompt_id
order by subject_key;
