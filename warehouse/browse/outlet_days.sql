-- Articles of an outlet by day, newest first. Grain: one row a day.
SELECT published_on AS day, count(*) AS article_count, count(*) FILTER (WHERE copy_of IS NOT NULL) AS copies
FROM articles
WHERE coalesce(outlet, outlet_domain) = $outlet AND published_on IS NOT NULL
GROUP BY ALL
ORDER BY day DESC
LIMIT $limit OFFSET $offset
