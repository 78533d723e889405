-- What a shell completes.
-- One row: a table or view with one of its columns, or (owner null) a keyword of SQL.
select table_name as owner, column_name as word
from duckdb_columns()
where database_name = current_database() and not internal
union all
select null, keyword_name from duckdb_keywords()
order by owner nulls last, word;
