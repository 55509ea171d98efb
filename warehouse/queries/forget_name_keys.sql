-- Names with a key that no article has any more. Grain: one row a name.
CREATE OR REPLACE TABLE scratch.main.forgotten_names AS
SELECT DISTINCT name FROM before_name_keys WHERE name NOT IN (SELECT name FROM current_names)
