-- Entities that bear a name, or that an id, one published earlier included, leads to. Grain: one row an entity.
CREATE MACRO entities_called(any_alias) AS TABLE
SELECT e.entity_id, e.type, e.name
FROM entities AS e
WHERE e.entity_id IN (
    SELECT any_alias
    UNION ALL
    SELECT n.entity_id FROM search_names AS n WHERE n.folded = fold_name(any_alias)
    UNION ALL
    SELECT r.new_id FROM redirects AS r WHERE r.table_name = 'entities' AND r.old_id = any_alias
)
