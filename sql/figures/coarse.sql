-- Dates that are one answer with a finer date of the same prompt, which lies inside them ("1815" with "1815-12-10"; refines in
-- schema.sql). Asserted ones only. Where several of the finest lie in a date, it goes with the first of them, so that two different
-- days of one year stay two answers, whoever states the year.
-- One row: a date in which a finer one lies, its prompt, and the finest that it goes with.
create or replace temp table coarse as
with several as (
    select prompt_id from facts where object_type = 'date' group by prompt_id having count(*) > 1
),
dates as (
    select fact_id, prompt_id, object, first_day(object) as begins, last_day(object) as ends
    from facts semi join several using (prompt_id)
    where object_type = 'date'
),
nested as materialized (
    select one.fact_id, prompt_id, fine.fact_id as finer, fine.object
    from dates as one join dates as fine using (prompt_id)
    where fine.begins >= one.begins and fine.ends <= one.ends
        and (fine.begins > one.begins or fine.ends < one.ends or fine.object < one.object)
),
-- Few are nested, and many mentions are looked through for them.
asserted_ones as (
    select distinct fact_id
    from occurrences
    where asserted and fact_id in (select fact_id from nested union select finer from nested)
),
inside as (
    select * from nested semi join asserted_ones using (fact_id) where finer in (from asserted_ones)
)
select fact_id, any_value(prompt_id) as prompt_id, arg_min(finer, object) as finest
from inside
where finer not in (select fact_id from inside)
group by fact_id;
