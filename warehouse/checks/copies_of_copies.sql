-- A row is an article said to copy one that is a copy itself.
-- Scope: articles
SELECT a.article_id, a.copy_of
FROM articles AS a
JOIN articles AS original ON original.article_id = a.copy_of
WHERE original.copy_of IS NOT NULL OR a.copy_of = a.article_id
