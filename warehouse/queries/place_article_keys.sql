-- Heaviest terms of the articles that stand: as known, or as found now. Grain: one row an article.
CREATE VIEW scratch.main.assigned_article_keys AS
SELECT b.*
FROM before_article_keys AS b
ANTI JOIN left_versions AS v ON v.version = b.version
UNION ALL
SELECT f.article_id, p.version, f.heaviest
FROM fresh_article_keys AS f
JOIN placed_articles AS p ON p.article_id = f.article_id
