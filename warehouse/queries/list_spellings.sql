-- Every spelling of a name. Grain: one row a spelling.
SELECT DISTINCT unnest(list_append(forms, name)) AS text
FROM current_names
