-- Keys of the names there are. Grain: one row a type, name, owner and sport.
CREATE TABLE scratch.main.assigned_name_keys AS
FROM fresh_name_keys
UNION ALL
SELECT b.*
FROM before_name_keys AS b
SEMI JOIN wanted_name_keys AS w
    ON b.type = w.type AND b.name = w.name AND b.owner IS NOT DISTINCT FROM w.owner AND b.sport IS NOT DISTINCT FROM w.sport
