-- A row is an article of which no paragraph is kept.
-- Scope: articles
SELECT article_id, source_uri
FROM articles
WHERE article_id NOT IN (SELECT article_id FROM blocks)
