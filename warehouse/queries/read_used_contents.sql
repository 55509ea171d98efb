-- Contents that a rebuild would read. Grain: one row a content hash that is the latest of some place.
SELECT DISTINCT content_hash
FROM (
    SELECT content_hash
    FROM lake_documents
    QUALIFY row_number() OVER (PARTITION BY place ORDER BY run_number DESC, seen_at DESC, version DESC) = 1
)
WHERE content_hash IS NOT NULL
