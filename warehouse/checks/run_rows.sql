-- A row is the run that makes these tables, when it says that it stored or rejected another number of documents than they
-- have of it. Rows of earlier runs may have been replaced since. closing_run names the run, for the time of the check.
-- Scope: articles
WITH found AS (
    SELECT
        r.run_id,
        r.articles_stored,
        r.documents_rejected,
        (SELECT count(*) FROM articles AS a WHERE a.run_id = r.run_id) AS articles_found,
        (SELECT count(*) FROM rejections AS j WHERE j.run_id = r.run_id) AS rejections_found
    FROM runs AS r
    JOIN closing_run USING (run_id)
)
SELECT *
FROM found
WHERE articles_stored <> articles_found OR documents_rejected <> rejections_found
