-- Names with another key than in the snapshot in service. Grain: one row a name.
SELECT DISTINCT name AS key FROM fresh_name_keys
UNION
SELECT name FROM forgotten_names
