-- Tables and views with their columns and what each means. Grain: one row a column.
SELECT table_name, column_name, data_type, comment AS meaning
FROM duckdb_columns()
WHERE NOT internal AND database_name <> 'temp' AND NOT starts_with(table_name, 'search_')
ORDER BY table_name, column_index
LIMIT $limit OFFSET $offset
