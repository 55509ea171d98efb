-- The reports of a story in the order of time. Grain: one row an article.
WITH reports AS MATERIALIZED (
    SELECT * EXCLUDE (body) FROM articles WHERE story_id = $story_id
    ORDER BY published_on NULLS LAST, published_at NULLS LAST, article_id
    LIMIT $limit OFFSET $offset
),
said AS MATERIALIZED (
    SELECT article_id, count(*) AS quote_count
    FROM quotes
    WHERE article_id IN (SELECT article_id FROM reports) AND kind <> 'scare'
    GROUP BY article_id
)
SELECT
    a.published_on, a.published_at, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, a.title, a.agency,
    a.copy_of IS NOT NULL AS is_copy, a.word_count, coalesce(s.quote_count, 0) AS quote_count, a.language, a.url, a.source_uri, a.article_id
FROM reports AS a
LEFT JOIN said AS s ON s.article_id = a.article_id
ORDER BY a.published_on NULLS LAST, a.published_at NULLS LAST, a.article_id
