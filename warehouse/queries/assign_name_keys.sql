-- Keys of the names there are, and of such as there were. Grain: one row a type, name, owner and sport.
CREATE TABLE scratch.main.assigned_name_keys AS
FROM fresh_name_keys
UNION ALL
FROM before_name_keys
