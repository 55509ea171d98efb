-- Features of the chosen articles. Grain: one row an article. The columns are the fields of ArticleFeatures, in their order.
SELECT f.* EXCLUDE (version)
FROM lake_features AS f
JOIN placed_articles AS p ON p.version = f.version
JOIN chosen_articles AS c ON c.article_id = p.article_id
ORDER BY f.published_on NULLS LAST, f.article_id
