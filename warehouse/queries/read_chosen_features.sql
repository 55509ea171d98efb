-- Features of the chosen articles. Grain: one row an article. The columns are the fields of ArticleFeatures, in their order.
-- Joined by day, too: of files and groups of rows without these days nothing is read.
WITH chosen AS MATERIALIZED (
    SELECT p.version, p.published_on FROM placed_articles AS p JOIN chosen_articles AS c ON c.article_id = p.article_id
)
SELECT f.* EXCLUDE (version)
FROM (
    SELECT f.* FROM lake_features AS f JOIN chosen AS c ON c.version = f.version AND c.published_on = f.published_on
    UNION ALL
    SELECT f.*
    FROM lake_features AS f
    JOIN chosen AS c ON c.version = f.version
    WHERE f.published_on IS NULL AND c.published_on IS NULL
) AS f
ORDER BY f.published_on NULLS LAST, f.article_id
