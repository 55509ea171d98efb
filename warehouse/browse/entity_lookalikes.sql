-- Other entities of the same type that may be the same: one bears a name of the other, or the words of one name are all in the other.
-- Grain: one row another entity.
WITH this AS (
    SELECT entity_id, type, name, string_split(fold_name(name), ' ') AS words FROM entities WHERE entity_id = $entity_id
),
names AS (
    SELECT DISTINCT fold_name(alias) AS folded FROM aliases WHERE entity_id = $entity_id
),
sharing AS (
    SELECT DISTINCT entity_id FROM aliases WHERE fold_name(alias) IN (SELECT folded FROM names)
)
SELECT e.name, e.description, e.mention_count, e.article_count, e.entity_id IN (SELECT entity_id FROM sharing) AS shares_a_name, e.entity_id
FROM entities AS e
JOIN this AS t ON e.type = t.type AND e.entity_id <> t.entity_id
WHERE
    e.entity_id IN (SELECT entity_id FROM sharing)
    OR (
        len(t.words) > 1 AND list_has_any(string_split(fold_name(e.name), ' '), t.words)
        AND (list_has_all(string_split(fold_name(e.name), ' '), t.words) OR list_has_all(t.words, string_split(fold_name(e.name), ' ')))
    )
ORDER BY shares_a_name DESC, e.mention_count DESC, e.entity_id
LIMIT $limit OFFSET $offset
