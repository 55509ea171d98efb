-- Who spoke most from $since to $until. Grain: one row an entity that is quoted.
WITH said AS MATERIALIZED (
    SELECT p.entity_key, sum(p.quote_count)::BIGINT AS quote_count, count(*) AS article_count, count(DISTINCT n.outlet) AS outlet_count
    FROM search_presence AS p
    JOIN (
        SELECT article_number, outlet
        FROM search_articles
        WHERE ($since::DATE IS NULL OR published_on >= $since::DATE) AND ($until::DATE IS NULL OR published_on <= $until::DATE)
    ) AS n ON n.article_number = p.article_number
    WHERE p.quote_count > 0
    GROUP BY p.entity_key
    ORDER BY quote_count DESC, p.entity_key
    LIMIT $limit OFFSET $offset
)
SELECT e.name AS speaker, e.type, e.description, n.quote_count, n.article_count, n.outlet_count, e.entity_id
FROM (SELECT entity_of(entity_key) AS entity_id, quote_count, article_count, outlet_count FROM said) AS n
JOIN entities AS e ON e.entity_id = n.entity_id
ORDER BY n.quote_count DESC, n.entity_id
