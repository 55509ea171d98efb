-- The components of some articles. Grain: one row an article.
SELECT n.article_id, n.key
FROM linked_articles AS n
JOIN asked_ids AS a ON a.id = n.article_id
