-- Features of all articles but the chosen ones. Grain: one row an article.
SELECT f.* EXCLUDE (version)
FROM lake_features AS f
JOIN linked_articles AS n ON n.version = f.version
WHERE f.article_id NOT IN (FROM chosen_articles)
