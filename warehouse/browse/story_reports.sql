-- The reports of a story in the order of time. Grain: one row an article.
SELECT
    a.published_on, a.published_at, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, a.title, a.agency,
    a.copy_of IS NOT NULL AS is_copy, a.word_count,
    (SELECT count(*) FROM quotes AS q WHERE q.article_id = a.article_id AND q.kind <> 'scare') AS quote_count,
    a.language, a.url, a.source_uri, a.article_id
FROM articles AS a
WHERE a.story_id = $story_id
ORDER BY a.published_on NULLS LAST, a.published_at NULLS LAST, a.article_id
LIMIT $limit OFFSET $offset
