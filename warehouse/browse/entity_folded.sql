-- The names of an entity as names are compared, the words of the first where it has several, and its type, put aside for `entity_lookalikes`:
-- values are looked for many times faster than joined rows.
SET VARIABLE called = (
    WITH names AS MATERIALIZED (SELECT alias, folded FROM search_names WHERE entity_id = $entity_id)
    SELECT {
        'type': e.type,
        'words': CASE WHEN contains(n.folded, ' ') THEN string_split(n.folded, ' ') ELSE [] END,
        'names': (SELECT list(folded) FROM names)
    }
    FROM (SELECT type, name FROM entities WHERE entity_id = $entity_id) AS e
    JOIN names AS n ON n.alias = e.name
    LIMIT 1
)
