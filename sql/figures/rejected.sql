-- One row: a reason for which records were rejected in a shard, with an example.
select shard, reason, count(*) as records, arg_min(place, record) as first_place
from rejects
group by shard, reason
order by shard, records desc, reason;
