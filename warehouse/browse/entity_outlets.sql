-- Which outlets quote an entity. Grain: one row an outlet.
SELECT n.outlet, sum(p.quote_count)::BIGINT AS quote_count, count(*) AS article_count,
    coalesce(sum(p.quote_count) FILTER (WHERE c.article_id IS NOT NULL), 0)::BIGINT AS in_copies,
    min(n.published_on) AS first_published_on, max(n.published_on) AS last_published_on
FROM search_presence AS p
JOIN search_articles AS n ON n.article_number = p.article_number
LEFT JOIN (SELECT article_id FROM articles WHERE copy_of IS NOT NULL) AS c ON c.article_id = n.article_id
WHERE p.entity_key = entity_key($entity_id) AND p.quote_count > 0
GROUP BY ALL
ORDER BY quote_count DESC, outlet
LIMIT $limit OFFSET $offset
