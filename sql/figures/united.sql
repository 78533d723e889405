-- The cells of units that hold several documents.
-- One row: a prompt in a unit of a group; most is the largest number of mentions in one of its documents.
create or replace temp table cells as
select
    prompt_id, scope, grp, unit,
    sum(mentions)::bigint as mentions,
    max(most) as most,
    min(first_copy) as first_copy,
    max(last_copy) as last_copy
from cells
group by all;
