-- Articles that share $shared of the heaviest terms of a chosen one, or more; with $only_undated those that were known before and have
-- no day. Grain: one row an article.
WITH asked AS (
    SELECT k.article_id, unnest(k.heaviest) AS term
    FROM assigned_article_keys AS k
    JOIN chosen_articles AS c ON c.article_id = k.article_id
),
found AS (
    SELECT k.article_id, unnest(k.heaviest) AS term
    FROM assigned_article_keys AS k
    JOIN linked_articles AS n ON n.article_id = k.article_id
    WHERE NOT $only_undated OR (n.published_on IS NULL AND NOT n.is_fresh)
)
SELECT DISTINCT article_id
FROM (
    SELECT f.article_id
    FROM found AS f
    JOIN asked AS a ON a.term = f.term
    WHERE a.article_id <> f.article_id
    GROUP BY f.article_id, a.article_id
    HAVING count(*) >= $shared
)
