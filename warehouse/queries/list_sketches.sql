-- Sketches of the articles that are no chosen ones; with $only_undated of those that were known before and have no day. Grain: one row
-- an article that is long enough to be a copy.
SELECT f.article_id, f.sketch
FROM lake_features AS f
JOIN linked_articles AS n ON n.version = f.version
WHERE
    octet_length(f.sketch) > 0
    AND (NOT $only_undated OR (f.published_on IS NULL AND n.published_on IS NULL AND NOT n.is_fresh))
    AND f.article_id NOT IN (FROM chosen_articles)
