-- Documents that a name stands for. Grain: one row a location, its latest outcome. $article_ids and $locations are lists, $source_uri
-- is one name; $host, if not empty, also finds every document whose address has it, to be compared by the caller.
SELECT place, source_uri, url, article_id
FROM ranked_documents
WHERE
    is_latest
    AND (
        list_contains($article_ids::VARCHAR[], article_id)
        OR list_contains($locations::VARCHAR[], place)
        OR source_uri = $source_uri
        OR ($host <> '' AND contains(lower(url), $host))
    )
ORDER BY place
