-- When each outlet gave articles since $since. Grain: one row an outlet. A moment is a minute in which articles arrived.
WITH moments AS (
    SELECT outlet, date_trunc('minute', arrived_at) AS moment, count(*) AS articles, list(DISTINCT site) AS sites
    FROM recent_documents
    WHERE reason IS NULL AND arrived_at >= $since
    GROUP BY ALL
),
gaps AS (
    SELECT *, epoch(moment - lag(moment) OVER (PARTITION BY outlet ORDER BY moment)) AS gap FROM moments
)
SELECT
    outlet,
    list_sort(list_distinct(flatten(list(sites)))) AS sites,
    sum(articles)::BIGINT AS articles,
    count(*) AS moments,
    max(moment) AS last_at,
    coalesce(max(gap), 0)::DOUBLE AS longest_gap
FROM gaps
GROUP BY outlet
ORDER BY outlet
