-- Features of the articles with a day that the chosen ones are to be compared with: those known before from $first to $last, and the
-- fresh ones up to $own_last: later ones are compared when it is their turn. Grain: one row an article.
SELECT f.* EXCLUDE (version)
FROM lake_features AS f
JOIN linked_articles AS n ON n.version = f.version
WHERE
    f.published_on BETWEEN $first AND $last
    AND (NOT n.is_fresh OR f.published_on <= $own_last)
    AND f.article_id NOT IN (FROM chosen_articles)
