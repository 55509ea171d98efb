-- Which outlets quote an entity. Grain: one row an outlet.
SELECT coalesce(a.outlet, a.outlet_domain) AS outlet, sum(p.quote_count)::BIGINT AS quote_count, count(*) AS article_count,
    coalesce(sum(p.quote_count) FILTER (WHERE a.copy_of IS NOT NULL), 0)::BIGINT AS in_copies,
    min(a.published_on) AS first_published_on, max(a.published_on) AS last_published_on
FROM search_presence AS p
JOIN search_articles AS n ON n.article_number = p.article_number
JOIN articles AS a ON a.article_id = n.article_id
WHERE p.entity_id = $entity_id AND p.quote_count > 0
GROUP BY ALL
ORDER BY quote_count DESC, outlet
LIMIT $limit OFFSET $offset
