-- Articles by day, newest first. Grain: one row a day that has any.
SELECT published_on AS day, count(*) AS article_count
FROM articles
WHERE published_on IS NOT NULL
GROUP BY published_on
ORDER BY day DESC
LIMIT $limit OFFSET $offset
