-- What became of the documents of each run, as it counts now. Grain: one row a run that processed any.
SELECT
    run_id,
    count(*) FILTER (WHERE is_article) AS articles_stored,
    count(*) FILTER (WHERE NOT is_article) AS documents_rejected
FROM current_documents
GROUP BY run_id
