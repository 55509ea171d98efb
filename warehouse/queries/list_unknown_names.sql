-- Names whose key is not known. Grain: one row a type, name, owner and sport.
SELECT w.type, w.name, w.owner, w.sport
FROM wanted_name_keys AS w
ANTI JOIN before_name_keys AS b
    ON b.type = w.type AND b.name = w.name AND b.owner IS NOT DISTINCT FROM w.owner AND b.sport IS NOT DISTINCT FROM w.sport
