-- Rows that count no more, since the same location was seen again. Grain: one row a version, with the file it stands in.
SELECT filename, version
FROM ranked_documents
WHERE NOT is_latest
