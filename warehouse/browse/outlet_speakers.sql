-- Whom an outlet quotes. Grain: one row a speaker.
WITH said AS MATERIALIZED (
    SELECT p.entity_id, sum(p.quote_count)::BIGINT AS quote_count, count(*) AS article_count
    FROM (
        SELECT n.article_number
        FROM articles AS a
        JOIN search_articles AS n ON n.article_id = a.article_id
        WHERE coalesce(a.outlet, a.outlet_domain) = $outlet
    ) AS a
    JOIN search_presence AS p ON p.article_number = a.article_number
    WHERE p.quote_count > 0
    GROUP BY p.entity_id
    ORDER BY quote_count DESC, p.entity_id
    LIMIT $limit OFFSET $offset
)
SELECT e.name AS speaker, e.type, e.description, s.quote_count, s.article_count, s.entity_id
FROM said AS s
JOIN entities AS e ON e.entity_id = s.entity_id
ORDER BY s.quote_count DESC, s.entity_id
