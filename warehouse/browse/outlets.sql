-- The outlets with what they publish and how much of it is their own. Grain: one row an outlet.
SELECT
    coalesce(outlet, outlet_domain) AS outlet, count(*) AS article_count, min(published_on) AS first_published_on,
    max(published_on) AS last_published_on, count(*) FILTER (WHERE copy_of IS NOT NULL) AS copies, count(*) FILTER (WHERE agency IS NOT NULL) AS from_agencies
FROM articles
GROUP BY ALL
ORDER BY article_count DESC, outlet
LIMIT $limit OFFSET $offset
