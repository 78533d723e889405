-- Subjects with a name near $name (in lower case): it is a part of theirs, or at most $edits letters differ and the first is the same.
-- One row: a subject, the nearest first, among these the ones with most prompts.
with near as (
    select subject, lower(strip_accents(subject)) as name, contains(name, $name) as inside
    from prompts
    where inside or (
        length(name) between length($name) - $edits and length($name) + $edits
        and starts_with(name, left($name, 1)) and levenshtein(name, $name) <= $edits
    )
)
select min(subject) as subject
from near
group by name, inside
order by if(inside, 1, levenshtein(name, $name)), starts_with(name, $name) desc, count(*) desc, name
limit $limit;
