-- Keys of the names there are, and of such as there were. Grain: one row a type, name, owner and sport.
CREATE VIEW scratch.main.assigned_name_keys AS
FROM fresh_name_keys
UNION ALL
SELECT b.* FROM before_name_keys AS b ANTI JOIN forgotten_names AS f ON f.name = b.name
