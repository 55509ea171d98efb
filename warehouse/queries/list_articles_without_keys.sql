-- Articles whose heaviest terms are not known, once an article has no day. Grain: one row an article.
SELECT n.article_id
FROM linked_articles AS n
ANTI JOIN assigned_article_keys AS k ON k.article_id = n.article_id
WHERE EXISTS (FROM linked_articles WHERE published_on IS NULL)
ORDER BY n.article_id
