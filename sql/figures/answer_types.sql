-- Which types the answers of relations are of.
-- One row: a relation and an object type, with the prompt-answer pairs (facts) of both.
select relation_numbers.relation, object_type, pairs
from (select relation, object_type, count(*) as pairs from answered group by all) as counted
join relation_numbers on number = counted.relation
order by all;
