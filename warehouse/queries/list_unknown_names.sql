-- Names whose key is not known. Grain: one row a type, name, owner and sport.
SELECT DISTINCT n.type, n.name, n.owner, n.sport
FROM unplaced_names AS n
ANTI JOIN before_name_keys AS b
    ON b.type = n.type AND b.name = n.name AND b.owner IS NOT DISTINCT FROM n.owner AND b.sport IS NOT DISTINCT FROM n.sport
