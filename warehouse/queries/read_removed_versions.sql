-- All rows of what is to be cleared from the lake. Grain: one row a version, with the file it stands in. $article_ids and
-- $locations are lists. What says that a document was removed stays. is_shared: another document has the same bytes, and keeps them.
WITH marked AS (
    SELECT
        *,
        coalesce(list_contains($article_ids::VARCHAR[], article_id), false) OR list_contains($locations::VARCHAR[], place) AS is_named
    FROM lake_documents
)
SELECT
    filename,
    version,
    content_hash,
    article_id,
    coalesce(content_hash IN (SELECT content_hash FROM marked WHERE NOT is_named), false) AS is_shared
FROM marked
WHERE is_named AND reason IS DISTINCT FROM 'removed'
ORDER BY filename, version
