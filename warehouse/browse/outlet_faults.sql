-- What is odd about an outlet's articles, and which of its documents gave none. Grain: one row a flag or reason.
SELECT 'article' AS what, flag AS reason, count(*) AS document_count, any_value(source_uri) AS example
FROM (SELECT unnest(flags) AS flag, source_uri FROM articles WHERE coalesce(outlet, outlet_domain) = $outlet)
GROUP BY flag
UNION ALL
SELECT 'rejected', reason, count(*), any_value(source_uri)
FROM rejections
WHERE EXISTS (
    FROM articles AS a
    WHERE coalesce(a.outlet, a.outlet_domain) = $outlet AND a.outlet_domain IS NOT NULL AND contains(rejections.source_uri, a.outlet_domain)
)
GROUP BY reason
ORDER BY document_count DESC, reason
LIMIT $limit OFFSET $offset
