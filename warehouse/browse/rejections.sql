-- Documents that gave no article, the latest first. Grain: one row a document.
SELECT seen_at, source_uri, stage, reason, detail
FROM rejections
ORDER BY seen_at DESC, source_uri
LIMIT $limit OFFSET $offset
