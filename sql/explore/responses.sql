-- The responses to those of $prompts that are in ``stated``.
-- One row: a fact, the most stated first. mentions and documents are what counts; other are mentions that do not. coarse: a date
-- inside which another answer lies, and so no answer of its own.
with answers as (
    select
        prompt_id, fact_id, object, object_type,
        count(*) filter (left_out is null) as mentions,
        count(distinct doc_no) filter (left_out is null) as documents,
        count(*) filter (left_out is not null) as other
    from stated
    where prompt_id in (select unnest($prompts::ubigint[]))
    group by all
),
dates as (select prompt_id, object from answers where object_type = 'date' and mentions > 0),
coarse as (
    select distinct one.prompt_id, one.object
    from dates as one
    join dates as finer using (prompt_id)
    where one.object <> finer.object and refines(finer.object, one.object)
        and (not refines(one.object, finer.object) or finer.object < one.object)
)
select answers.*, coarse.object is not null as coarse
from answers left join coarse using (prompt_id, object)
order by prompt_id, mentions desc, documents desc, other desc, object, fact_id;
