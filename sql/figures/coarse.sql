-- Dates that are one answer with a finer date of the same prompt, which lies inside them ("1815" with "1815-12-10"; refines in
-- schema.sql). Asserted ones only. Where several of the finest lie in a date, it goes with the first of them, so that two different
-- days of one year stay two answers, whoever states the year.
-- One row: a date in which a finer one lies, and the finest that it goes with.
create or replace temp table coarse as
with several as (
    select prompt_id from facts where object_type = 'date' group by prompt_id having count(*) > 1
),
dates as (
    select fact_id, prompt_id, object, first_day(object) as begins, last_day(object) as ends
    from facts
    semi join several using (prompt_id)
    semi join (from occurrences where asserted) using (fact_id)
    where object_type = 'date'
),
inside as (
    select one.fact_id, fine.fact_id as finer, fine.object
    from dates as one join dates as fine using (prompt_id)
    where fine.begins >= one.begins and fine.ends <= one.ends
        and (fine.begins > one.begins or fine.ends < one.ends or fine.object < one.object)
)
select fact_id, arg_min(finer, object) as finest
from inside
where finer not in (select fact_id from inside)
group by fact_id;
