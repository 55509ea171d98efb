-- What became of the documents of run $run_id, as it counts now. Grain: one row.
SELECT
    count(*) FILTER (WHERE is_article) AS articles_stored,
    count(*) FILTER (WHERE NOT is_article) AS documents_rejected
FROM current_documents
WHERE run_id = $run_id
