-- With whom an entity is named. Grain: one row another entity, the most articles first.
WITH company AS MATERIALIZED (
    SELECT p.entity_id, count(*) AS article_count
    FROM (SELECT article_number FROM search_presence WHERE entity_id = $entity_id AND mention_count > 0) AS n
    JOIN search_presence AS p ON p.article_number = n.article_number
    WHERE p.mention_count > 0 AND p.entity_id <> $entity_id
    GROUP BY p.entity_id
    ORDER BY article_count DESC, p.entity_id
    LIMIT $limit OFFSET $offset
)
SELECT e.name, e.type, e.description, c.article_count, c.entity_id
FROM company AS c
JOIN entities AS e ON e.entity_id = c.entity_id
ORDER BY c.article_count DESC, c.entity_id
