-- Everybody and everything named, the most mentions first; $name narrows to those that bear a name with these letters. Grain: one row an entity.
SELECT e.name, e.type, e.description, e.mention_count, e.article_count, e.outlet_count, e.first_seen, e.last_seen, e.entity_id
FROM entities AS e
WHERE
    ($name::VARCHAR IS NULL OR e.entity_id IN (SELECT n.entity_id FROM search_names AS n WHERE contains(n.folded, fold_name($name))))
    AND ($type::VARCHAR IS NULL OR e.type = $type)
ORDER BY e.mention_count DESC, e.entity_id
LIMIT $limit OFFSET $offset
