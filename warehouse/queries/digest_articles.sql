-- What tells one set of current articles from another. Grain: one row.
SELECT count(*) || ' ' || coalesce(bit_xor(version), 0)
FROM current_documents
WHERE is_article
