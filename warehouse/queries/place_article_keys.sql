-- Heaviest terms of the articles that stand, as far as they are known. Grain: one row an article.
CREATE TABLE scratch.main.assigned_article_keys AS
SELECT b.*
FROM before_article_keys AS b
JOIN placed_articles AS p ON p.article_id = b.article_id AND p.version = b.version
