-- Articles whose links are to be found, the earliest first. Grain: one row an article.
SELECT article_id, published_on
FROM linked_articles
WHERE is_fresh
ORDER BY published_on NULLS LAST, article_id
