-- Which documents count under the chosen $dedup.
-- One row: a document that counts (choices.sql).
create or replace temp table counted as select * exclude (dedup) from choices where dedup = $dedup;
