-- Documents that gave no article, those among them whose article another document gives. Grain: one row a location.
INSERT INTO rejections BY NAME
SELECT
    source_uri,
    content_hash,
    coalesce(stage, 'read') AS stage,
    coalesce(reason, 'duplicate') AS reason,
    coalesce(detail, 'the same article as ' || winner_uri) AS detail,
    run_id,
    seen_at
FROM current_documents
WHERE NOT is_article
ORDER BY source_uri, content_hash, reason, version
