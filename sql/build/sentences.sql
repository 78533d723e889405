-- One row a distinct sentence; the first spelling in code-point order.
insert into sentences
select sentence_hash, min(text) from read_parquet($sentences) group by sentence_hash;
