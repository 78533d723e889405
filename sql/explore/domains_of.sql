-- One row: a domain in which the prompts of ``stated`` are stated, with what counts and the mentions that do not.
select
    domain,
    count(*) filter (left_out is null) as mentions,
    count(distinct doc_no) filter (left_out is null) as documents,
    count(distinct unit) filter (left_out is null) as units,
    count(*) filter (left_out is not null) as other
from stated
group by domain
order by mentions desc, domain;
