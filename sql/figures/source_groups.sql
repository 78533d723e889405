-- Which source is reported as what, where the report has figures by source ($wanted): those with fewer than $under mentions as one,
-- where there are at least $many of them. Mentions are counted as in domain_groups.sql.
-- One row: a source and its group; none unless $wanted.
create or replace temp table source_groups as
with sizes as (
    select source, sum(mentions)::bigint as mentions from documents where $wanted group by source
),
tiny as (select count(*) as sources from sizes where mentions < $under)
select
    source,
    case
        when mentions < $under and sources >= $many
            then format('pooled: {:,} sources with fewer than {:,} mentions', sources, $under::bigint)
        else source
    end as grp
from sizes, tiny;
