-- Heaviest terms that were found now. Grain: one row an article.
INSERT INTO scratch.main.assigned_article_keys
SELECT f.article_id, p.version, f.heaviest
FROM fresh_article_keys AS f
JOIN placed_articles AS p ON p.article_id = f.article_id
