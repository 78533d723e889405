-- One row: the fact with this id.
select prompt_id, object from facts where fact_id = $id;
