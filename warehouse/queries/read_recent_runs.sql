-- Runs that finished since $since, with the entities that their articles name, and those of them that no article of an earlier
-- run names. Grain: one row a run, in the order they started.
WITH named AS (
    SELECT DISTINCT a.run_id, m.entity_id
    FROM mentions AS m
    JOIN articles AS a ON a.article_id = m.article_id
),
first_named AS (
    SELECT entity_id, arg_min(run_id, started_at) AS run_id
    FROM named
    JOIN runs USING (run_id)
    GROUP BY entity_id
),
counted AS (
    SELECT n.run_id, count(*) AS entities_named, count(f.entity_id) AS entities_new
    FROM named AS n
    LEFT JOIN first_named AS f ON f.entity_id = n.entity_id AND f.run_id = n.run_id
    GROUP BY n.run_id
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
FROM runs AS r
LEFT JOIN counted AS c ON c.run_id = r.run_id
WHERE r.finished_at IS NOT NULL AND r.started_at >= $since
ORDER BY r.started_at, r.run_id
