-- The names of an entity as names are compared, and its type, put aside for `entity_lookalikes`: values are looked for many times faster than
-- joined rows.
SET VARIABLE called = (
    SELECT {'type': e.type, 'folded': fold_name(e.name), 'names': (SELECT list(n.folded) FROM search_names AS n WHERE n.entity_id = $entity_id)}
    FROM entities AS e
    WHERE e.entity_id = $entity_id
)
