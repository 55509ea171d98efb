-- Rows that count no more, since the same place was seen again. Grain: one row a version, with the file it stands in.
SELECT filename, version
FROM lake_documents
QUALIFY row_number() OVER (PARTITION BY place ORDER BY run_number DESC, seen_at DESC, version DESC) > 1
