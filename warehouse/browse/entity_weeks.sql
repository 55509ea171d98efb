-- How often an entity is quoted and named by week. Grain: one row a week that has an article of it.
SELECT
    week,
    sum(quotes)::BIGINT AS quote_count,
    sum(mentions)::BIGINT AS mention_count
FROM (
    SELECT date_trunc('week', a.published_on)::DATE AS week, 1 AS quotes, 0 AS mentions
    FROM quotes AS q
    JOIN articles AS a ON a.article_id = q.article_id
    WHERE q.speaker_entity_id = $entity_id AND q.kind <> 'scare' AND a.published_on IS NOT NULL
    UNION ALL
    SELECT date_trunc('week', a.published_on)::DATE, 0, 1
    FROM mentions AS m
    JOIN articles AS a ON a.article_id = m.article_id
    WHERE m.entity_id = $entity_id AND a.published_on IS NOT NULL
)
GROUP BY week
ORDER BY week
LIMIT $limit OFFSET $offset
