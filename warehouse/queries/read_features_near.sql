-- Features of the articles with a day that the chosen ones are to be compared with: those known before from $first to $last, and the
-- fresh ones up to $own_last: later ones are compared when it is their turn. Grain: one row an article.
WITH near AS MATERIALIZED (
    SELECT version, published_on
    FROM linked_articles
    WHERE
        published_on BETWEEN $first AND $last
        AND (NOT is_fresh OR published_on <= $own_last)
        AND article_id NOT IN (FROM chosen_articles)
)
SELECT f.* EXCLUDE (version)
FROM lake_features AS f
JOIN near AS n ON n.version = f.version AND n.published_on = f.published_on
