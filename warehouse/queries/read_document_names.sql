-- The names of each article, for the resolution of entities. Grain: one row a spelling of a cluster of an article, and one
-- a body that a place stands for (cluster null, count 0).
WITH spellings AS (
    SELECT version, article_id, cluster, NULL AS stands_for, text, type, name, role, owner, sport, signs, count(*) AS uses
    FROM lake_mentions
    GROUP BY ALL
    UNION ALL
    SELECT DISTINCT version, article_id, NULL, stands_for, stands_for, 'organization', stands_for, NULL, NULL, NULL, NULL, 0
    FROM lake_quotes
    WHERE stands_for IS NOT NULL
)
SELECT
    s.article_id, a.published_on, s.cluster, s.stands_for, s.text, s.type, s.name, s.role, s.owner, s.sport, s.signs, s.uses,
    coalesce(a.outlet_domain, a.outlet)
FROM spellings AS s
JOIN current_documents AS d ON d.version = s.version AND d.is_article
JOIN lake_articles AS a ON a.version = s.version
ORDER BY a.published_on NULLS LAST, s.article_id, s.cluster NULLS LAST, s.stands_for, s.text, s.type, s.name, s.role
