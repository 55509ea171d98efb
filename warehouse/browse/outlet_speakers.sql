-- Whom an outlet quotes. Grain: one row a speaker.
WITH said AS MATERIALIZED (
    SELECT p.entity_key, sum(p.quote_count)::BIGINT AS quote_count, count(*) AS article_count
    FROM (SELECT article_number FROM search_articles WHERE outlet = $outlet) AS n
    JOIN search_presence AS p ON p.article_number = n.article_number
    WHERE p.quote_count > 0
    GROUP BY p.entity_key
    ORDER BY quote_count DESC, p.entity_key
    LIMIT $limit OFFSET $offset
),
named AS MATERIALIZED (
    SELECT entity_of(entity_key) AS entity_id, quote_count, article_count FROM said
)
SELECT e.name AS speaker, e.type, e.description, n.quote_count, n.article_count, n.entity_id
FROM (SELECT * FROM entities WHERE entity_id IN (SELECT entity_id FROM named)) AS e
JOIN named AS n ON n.entity_id = e.entity_id
ORDER BY n.quote_count DESC, n.entity_id
