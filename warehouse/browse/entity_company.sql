-- With whom an entity is named. Grain: one row another entity, the most articles first.
WITH company AS MATERIALIZED (
    SELECT p.entity_key, count(*) AS article_count
    FROM search_presence AS p
    WHERE
        p.mention_count > 0
        AND p.article_number IN (
            SELECT n.article_number FROM search_presence AS n WHERE n.entity_key = entity_key($entity_id) AND n.mention_count > 0
        )
    GROUP BY p.entity_key
    HAVING p.entity_key <> entity_key($entity_id)
    ORDER BY article_count DESC, p.entity_key
    LIMIT $limit OFFSET $offset
)
SELECT e.name, e.type, e.description, n.article_count, e.entity_id
FROM (SELECT entity_of(entity_key) AS entity_id, article_count FROM company) AS n
JOIN entities AS e ON e.entity_id = n.entity_id
ORDER BY n.article_count DESC, n.entity_id
