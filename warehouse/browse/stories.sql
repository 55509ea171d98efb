-- Stories of the days from $since to $until, the most outlets first, with who is quoted in them. Grain: one row a story.
WITH shown AS (
    SELECT s.*
    FROM stories AS s
    WHERE
        ($since::DATE IS NULL OR s.last_published_on >= $since::DATE OR s.last_published_on IS NULL)
        AND ($until::DATE IS NULL OR s.first_published_on <= $until::DATE OR s.first_published_on IS NULL)
    ORDER BY s.outlet_count DESC, s.article_count DESC, s.last_published_on DESC NULLS LAST, s.story_id
    LIMIT $limit OFFSET $offset
),
quoted AS (
    SELECT a.story_id, q.speaker_entity_id AS entity_id, count(*) AS quote_count
    FROM articles AS a
    JOIN quotes AS q ON q.article_id = a.article_id
    WHERE a.story_id IN (SELECT story_id FROM shown) AND q.speaker_entity_id IS NOT NULL AND q.kind <> 'scare'
    GROUP BY ALL
),
named AS (
    SELECT q.story_id, list({'entity_id': q.entity_id, 'name': e.name} ORDER BY q.quote_count DESC, e.name)[:4] AS speakers
    FROM quoted AS q
    JOIN entities AS e ON e.entity_id = q.entity_id
    GROUP BY q.story_id
)
SELECT
    s.story_id, s.title AS story, s.article_count, s.outlet_count, s.first_published_on, s.last_published_on,
    coalesce(n.speakers, []) AS speakers
FROM shown AS s
LEFT JOIN named AS n ON n.story_id = s.story_id
ORDER BY s.outlet_count DESC, s.article_count DESC, s.last_published_on DESC NULLS LAST, s.story_id
