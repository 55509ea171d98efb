-- Touched articles that stand, with their story and what they copy. Grain: one row an article.
INSERT INTO articles BY NAME
SELECT a.* EXCLUDE (version), s.copy_of, s.story_id
FROM lake_articles AS a
JOIN touched_versions AS d ON d.version = a.version AND d.table_name = 'articles'
LEFT JOIN assigned_articles AS s ON s.article_id = a.article_id
ORDER BY a.article_id
