-- Articles by day of the last $limit days that have any, oldest first. Grain: one row a day.
SELECT published_on AS day, article_count
FROM (
    SELECT published_on, count(*) AS article_count
    FROM articles
    WHERE published_on IS NOT NULL
    GROUP BY published_on
    ORDER BY published_on DESC
    LIMIT $limit OFFSET $offset
)
ORDER BY day
