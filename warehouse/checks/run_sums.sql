-- A row is a run that lost documents or counted some twice: seen is not stored + rejected + skipped.
-- Scope: articles
SELECT run_id, documents_seen, articles_stored, documents_rejected, documents_skipped
FROM runs
WHERE documents_seen <> articles_stored + documents_rejected + documents_skipped
