-- Asserted mentions by prompt and document, for the parts of one batch. A document lies whole in the parts given, so nothing
-- is added up later. $shards names the shard of each of the $occurrences and $facts.
insert into stated
with files as (select unnest(range(len($shards))) as number, unnest($shards) as shard),
prompt_of as (select distinct fact_id, prompt_id from read_parquet($facts))
select prompt_id, doc_no, count(*)
from read_parquet($occurrences) as found
join files on files.number = found.file_index
join documents using (shard, record)
join prompt_of using (fact_id)
where asserted
group by prompt_id, doc_no;
