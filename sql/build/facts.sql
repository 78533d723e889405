-- One row a fact; the first spelling of its object in code-point order.
insert into facts
select fact_id, min(prompt_id), min(object), min(object_type)
from read_parquet($facts)
group by fact_id;
