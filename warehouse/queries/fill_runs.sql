-- The runs. Grain: one row a run. One that was ended before it finished counts what the lake has of it.
INSERT INTO runs BY NAME
WITH outcomes AS (
    SELECT
        run_id,
        count(*) FILTER (WHERE is_article) AS articles_stored,
        count(*) FILTER (WHERE NOT is_article) AS documents_rejected
    FROM current_documents
    GROUP BY run_id
)
SELECT
    r.run_id,
    r.started_at,
    r.finished_at,
    CASE WHEN r.finished_at IS NULL THEN coalesce(o.articles_stored + o.documents_rejected, 0) ELSE r.documents_seen END AS documents_seen,
    CASE WHEN r.finished_at IS NULL THEN coalesce(o.articles_stored, 0) ELSE r.articles_stored END AS articles_stored,
    CASE WHEN r.finished_at IS NULL THEN coalesce(o.documents_rejected, 0) ELSE r.documents_rejected END AS documents_rejected,
    r.documents_skipped,
    r.rules_version,
    r.document_rules,
    r.grouping_rules,
    r.versions
FROM recorded_runs AS r
LEFT JOIN outcomes AS o ON o.run_id = r.run_id
ORDER BY r.started_at, r.run_id
