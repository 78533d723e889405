-- The variance of a group's number of mentions, as the rates have it.
-- One row: a group.
with by_stratum as (
    select grp, stratum, sum(words) as words, any_value(variance) as variance
    from counted join documents using (doc_no) join rates using (domain)
    group by grp, stratum
)
select grp, sum(words * words * variance)::double as variance
from by_stratum
group by grp;
