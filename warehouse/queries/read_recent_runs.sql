-- Runs that finished since $since, with the entities that their articles name, and those of them that no article of an earlier
-- run names. Grain: one row a run, in the order they started.
WITH numbered AS (
    -- As a list, not in a window over all rows: few rows in such a window may end in an internal error of DuckDB (its issue 25713).
    SELECT unnest(started, recursive := true), generate_subscripts(started, 1) AS number
    FROM (SELECT list(r ORDER BY r.started_at, r.run_id) AS started FROM runs AS r)
),
numbered_articles AS (
    SELECT a.article_id, n.number, n.started_at >= $since AS is_recent
    FROM articles AS a
    JOIN numbered AS n ON n.run_id = a.run_id
),
first_named AS (
    SELECT m.entity_id, min(a.number) AS number
    FROM mentions AS m
    JOIN numbered_articles AS a ON a.article_id = m.article_id
    GROUP BY m.entity_id
),
named AS (
    SELECT DISTINCT m.entity_id, a.number
    FROM mentions AS m
    JOIN numbered_articles AS a ON a.article_id = m.article_id
    WHERE a.is_recent
),
counted AS (
    SELECT n.number, count(*) AS entities_named, count(*) FILTER (WHERE f.number = n.number) AS entities_new
    FROM named AS n
    JOIN first_named AS f ON f.entity_id = n.entity_id
    GROUP BY n.number
)
SELECT
    r.run_id,
    r.started_at,
    r.documents_seen,
    r.articles_stored,
    r.documents_rejected,
    r.documents_skipped,
    coalesce(c.entities_named, 0) AS entities_named,
    coalesce(c.entities_new, 0) AS entities_new
FROM numbered AS r
LEFT JOIN counted AS c ON c.number = r.number
WHERE r.finished_at IS NOT NULL AND r.started_at >= $since
ORDER BY r.number
