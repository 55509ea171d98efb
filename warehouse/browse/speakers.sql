-- Who spoke most from $since to $until. Grain: one row an entity that is quoted.
WITH said AS (
    SELECT q.speaker_entity_id AS entity_id, count(*) AS quote_count, count(DISTINCT q.article_id) AS article_count,
        count(DISTINCT coalesce(a.outlet, a.outlet_domain)) AS outlet_count
    FROM quotes AS q
    JOIN articles AS a ON a.article_id = q.article_id
    WHERE
        q.kind <> 'scare' AND q.speaker_entity_id IS NOT NULL
        AND ($since::DATE IS NULL OR a.published_on >= $since::DATE OR a.published_on IS NULL)
        AND ($until::DATE IS NULL OR a.published_on <= $until::DATE OR a.published_on IS NULL)
    GROUP BY q.speaker_entity_id
    ORDER BY quote_count DESC, entity_id
    LIMIT $limit OFFSET $offset
)
SELECT e.name AS speaker, e.type, e.description, s.quote_count, s.article_count, s.outlet_count, s.entity_id
FROM said AS s
JOIN entities AS e ON e.entity_id = s.entity_id
ORDER BY s.quote_count DESC, s.entity_id
