-- With whom an entity is named. Grain: one row another entity, the most articles first.
WITH company AS MATERIALIZED (
    SELECT entity_id, count(*) AS article_count
    FROM search_presence
    WHERE
        mention_count > 0 AND entity_id <> $entity_id
        AND article_number IN (SELECT article_number FROM search_presence WHERE entity_id = $entity_id AND mention_count > 0)
    GROUP BY entity_id
    ORDER BY article_count DESC, entity_id
    LIMIT $limit OFFSET $offset
)
SELECT e.name, e.type, e.description, c.article_count, c.entity_id
FROM company AS c
JOIN (SELECT * FROM entities WHERE entity_id IN (SELECT entity_id FROM company)) AS e ON e.entity_id = c.entity_id
ORDER BY c.article_count DESC, c.entity_id
