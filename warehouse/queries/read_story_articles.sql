-- Articles for the grouping into stories, with the entities that they mention. Grain: one row an article.
WITH named AS (
    SELECT m.version, list(n.entity_id ORDER BY n.entity_id) AS names
    FROM lake_mentions AS m
    JOIN assigned_names AS n ON n.article_id = m.article_id AND n.cluster = m.cluster
    GROUP BY m.version
)
SELECT a.article_id, a.published_on, a.title, a.standfirst, a.body, coalesce(named.names, []) AS names
FROM lake_articles AS a
JOIN current_documents AS d ON d.version = a.version AND d.is_article
LEFT JOIN named ON named.version = a.version
ORDER BY a.published_on NULLS LAST, a.article_id
