-- One row: a reason why mentions of ``stated`` do not count, the flag where they are not asserted.
select
    case left_out when 'not asserted' then array_to_string(flags, ', ') else left_out end as reason, count(*) as mentions,
    count(distinct doc_no) as documents
from stated
where left_out is not null
group by reason
order by mentions desc, reason;
