-- Relations by number, so that tables of many rows need not hold their names.
-- One row: a relation and its number.
create or replace temp table relation_numbers as
select relation, row_number() over (order by relation)::integer as number from (select distinct relation from prompts);
