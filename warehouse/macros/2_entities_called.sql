-- Entities that bear a name, or that an id, one published earlier included, leads to. Grain: one row an entity.
CREATE MACRO entities_called(any_alias) AS TABLE
SELECT e.entity_id, e.type, e.name
FROM entities AS e
WHERE
    e.entity_id = any_alias
    OR fold_name(e.name) = fold_name(any_alias)
    OR e.entity_id IN (SELECT a.entity_id FROM aliases AS a WHERE fold_name(a.alias) = fold_name(any_alias))
    OR e.entity_id IN (SELECT r.new_id FROM redirects AS r WHERE r.table_name = 'entities' AND r.old_id = any_alias)
