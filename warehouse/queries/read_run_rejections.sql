-- Rejections of run $run_id, $most of them, some of each reason. Grain: one row a rejection.
SELECT source_uri, reason, detail
FROM rejections
WHERE run_id = $run_id
ORDER BY row_number() OVER (PARTITION BY reason ORDER BY source_uri, content_hash), reason
LIMIT $most
