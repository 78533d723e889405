-- Subjects with a name near $name: it is a part of theirs, or at most $edits letters differ and the first is the same.
-- One row: a subject, the nearest first, among these the ones with most prompts.
with asked as (select plain($name) as name),
near as (
    select
        subject, plain(subject) as plain_name,
        contains(plain_name, asked.name) as inside,
        case
            when inside then 1
            when abs(length(plain_name) - length(asked.name)) <= $edits and left(plain_name, 1) = left(asked.name, 1)
                then damerau_levenshtein(plain_name, asked.name)
            else 99
        end as edits
    from prompts, asked
)
select min(subject) as subject
from near
where edits <= $edits
group by plain_name
order by min(edits), starts_with(plain_name, plain($name)) desc, count(*) desc, plain_name
limit $limit;
