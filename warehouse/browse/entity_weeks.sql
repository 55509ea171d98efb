-- How often an entity is quoted and named by week, newest first. Grain: one row a week that has an article of it.
SELECT
    date_trunc('week', n.published_on)::DATE AS week,
    sum(p.quote_count)::BIGINT AS quote_count,
    sum(p.mention_count)::BIGINT AS mention_count
FROM search_presence AS p
JOIN search_articles AS n ON n.article_number = p.article_number
WHERE p.entity_key = entity_key($entity_id) AND n.published_on IS NOT NULL
GROUP BY week
ORDER BY week DESC
LIMIT $limit OFFSET $offset
