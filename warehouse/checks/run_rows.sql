-- A row is the last run, when it says that it stored or rejected another number of documents than the tables have of it.
-- Rows of earlier runs may have been replaced since.
WITH last_run AS (
    SELECT run_id, articles_stored, documents_rejected FROM runs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, started_at DESC, run_id LIMIT 1
),
found AS (
    SELECT
        r.*,
        (SELECT count(*) FROM articles AS a WHERE a.run_id = r.run_id) AS articles_found,
        (SELECT count(*) FROM rejections AS j WHERE j.run_id = r.run_id) AS rejections_found
    FROM last_run AS r
)
SELECT *
FROM found
WHERE articles_stored <> articles_found OR documents_rejected <> rejections_found
