-- What was left out, and why
-- Grain: one row a reason, for documents and for paragraphs of stored articles.
SELECT 'document' AS what, reason, count(*) AS times, min(source_uri) || ': ' || min_by(detail, source_uri) AS example
FROM rejections
GROUP BY reason
UNION ALL
SELECT 'paragraph (' || role || ')', reason, count(*), left(min_by(text, source_uri), 80)
FROM dropped_blocks
GROUP BY role, reason
ORDER BY what, times DESC, reason
LIMIT 20
