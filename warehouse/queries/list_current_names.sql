-- The names of the articles that stand. Grain: one row a name of an article.
CREATE VIEW scratch.main.current_names AS
SELECT n.*
FROM lake_names AS n
JOIN placed_articles AS p ON p.version = n.version
