-- What could not be read.
-- One row: a bad record, or the rest of a broken file.
-- $limit = 100   how many rows
select shard, place, reason, excerpt from rejects order by shard, record limit $limit;
