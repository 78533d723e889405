-- Whether the build stored the keys of subjects. One row, or none.
select 1 from duckdb_columns() where table_name = 'prompts' and column_name = 'subject_key';
