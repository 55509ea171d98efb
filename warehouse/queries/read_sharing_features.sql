-- Features of the sharing articles but the chosen ones; with $only_undated of those that were known before and have no day.
-- Grain: one row an article.
SELECT f.* EXCLUDE (version)
FROM lake_features AS f
JOIN linked_articles AS n ON n.version = f.version
WHERE
    f.article_id IN (FROM sharing_articles)
    AND f.article_id NOT IN (FROM chosen_articles)
    AND (NOT $only_undated OR (f.published_on IS NULL AND n.published_on IS NULL AND NOT n.is_fresh))
