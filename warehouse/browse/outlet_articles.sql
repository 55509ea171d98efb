-- The articles of an outlet, newest first. Grain: one row an article.
SELECT published_on, title, agency, copy_of IS NOT NULL AS is_copy, word_count, flags, url, source_uri, article_id
FROM articles
WHERE coalesce(outlet, outlet_domain) = $outlet
ORDER BY published_on DESC NULLS LAST, published_at DESC NULLS LAST, article_id
LIMIT $limit OFFSET $offset
