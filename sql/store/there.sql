-- What the database of a run has.
-- One row: the name of a table, a view or a macro, or of a table's column as table.column.
select table_name as name from duckdb_tables() where database_name = current_database()
union all
select view_name from duckdb_views() where database_name = current_database() and not internal
union all
select function_name from duckdb_functions() where database_name = current_database() and function_type = 'macro' and not internal
union all
select table_name || '.' || column_name from duckdb_columns() where database_name = current_database() and not internal;
