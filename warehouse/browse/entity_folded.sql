-- The names of an entity as names are compared, the words of the first where it has several, and its type, put aside for `entity_lookalikes`:
-- values are looked for many times faster than joined rows.
SET VARIABLE called = (
    SELECT {
        'type': e.type,
        'words': CASE WHEN contains(e.folded, ' ') THEN string_split(e.folded, ' ') ELSE [] END,
        'names': (SELECT list(n.folded) FROM search_names AS n WHERE n.entity_id = $entity_id)
    }
    FROM (SELECT type, fold_name(name) AS folded FROM entities WHERE entity_id = $entity_id) AS e
)
