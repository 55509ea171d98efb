-- Who spoke most from $since to $until. Grain: one row an entity that is quoted.
WITH said AS MATERIALIZED (
    SELECT p.entity_id, sum(p.quote_count)::BIGINT AS quote_count, count(*) AS article_count, count(DISTINCT a.outlet) AS outlet_count
    FROM search_presence AS p
    JOIN (
        SELECT n.article_number, coalesce(a.outlet, a.outlet_domain) AS outlet
        FROM search_articles AS n
        JOIN articles AS a ON a.article_id = n.article_id
        WHERE
            ($since::DATE IS NULL OR n.published_on >= $since::DATE)
            AND ($until::DATE IS NULL OR n.published_on <= $until::DATE)
    ) AS a ON a.article_number = p.article_number
    WHERE p.quote_count > 0
    GROUP BY p.entity_id
    ORDER BY quote_count DESC, p.entity_id
    LIMIT $limit OFFSET $offset
)
SELECT e.name AS speaker, e.type, e.description, s.quote_count, s.article_count, s.outlet_count, s.entity_id
FROM said AS s
JOIN entities AS e ON e.entity_id = s.entity_id
ORDER BY s.quote_count DESC, s.entity_id
