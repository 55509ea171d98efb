-- With whom an entity is named. Grain: one row another entity, the most articles first.
SELECT e.name, e.type, e.description, c.article_count, c.entity_id
FROM (
    SELECT m.entity_id, count(DISTINCT m.article_id) AS article_count
    FROM mentions AS m
    WHERE m.article_id IN (SELECT article_id FROM mentions WHERE entity_id = $entity_id) AND m.entity_id <> $entity_id
    GROUP BY m.entity_id
    ORDER BY article_count DESC, m.entity_id
    LIMIT $limit OFFSET $offset
) AS c
JOIN entities AS e ON e.entity_id = c.entity_id
ORDER BY c.article_count DESC, c.entity_id
