-- Contents that a row of the lake refers to, also where a later one counts in its place. Grain: one row a content hash.
SELECT DISTINCT content_hash
FROM lake_documents
WHERE content_hash IS NOT NULL
