-- Contents that a rebuild would read. Grain: one row a content hash that is the latest of some location.
SELECT DISTINCT content_hash
FROM ranked_documents
WHERE is_latest AND content_hash IS NOT NULL
