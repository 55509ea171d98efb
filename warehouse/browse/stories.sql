-- Stories of the days from $since to $until, the most outlets first, with who is quoted in them; what has no day is of no days. Grain: one row a story.
WITH shown AS MATERIALIZED (
    SELECT s.*
    FROM stories AS s
    WHERE
        ($since::DATE IS NULL OR s.last_published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR s.first_published_on <= $until::DATE)
    ORDER BY s.outlet_count DESC, s.article_count DESC, s.last_published_on DESC NULLS LAST, s.story_id
    LIMIT $limit OFFSET $offset
),
reports AS MATERIALIZED (
    SELECT article_id, story_id FROM articles WHERE story_id IN (SELECT story_id FROM shown)
),
quoted AS MATERIALIZED (
    SELECT a.story_id, q.speaker_entity_id AS entity_id, count(*) AS quote_count
    FROM reports AS a
    JOIN quotes AS q ON q.article_id = a.article_id
    WHERE q.speaker_entity_id IS NOT NULL AND q.kind <> 'scare'
    GROUP BY ALL
),
most AS MATERIALIZED (
    SELECT story_id, unnest(list({'entity_id': entity_id, 'quote_count': quote_count} ORDER BY quote_count DESC, entity_id)[:4], recursive := true)
    FROM quoted
    GROUP BY story_id
),
named AS (
    SELECT m.story_id, list({'entity_id': m.entity_id, 'name': e.name} ORDER BY m.quote_count DESC, e.name) AS speakers
    FROM most AS m
    JOIN (SELECT entity_id, name FROM entities WHERE entity_id IN (SELECT entity_id FROM most)) AS e ON e.entity_id = m.entity_id
    GROUP BY m.story_id
)
SELECT
    s.story_id, s.title AS story, s.article_count, s.outlet_count, s.first_published_on, s.last_published_on,
    coalesce(n.speakers, []) AS speakers
FROM shown AS s
LEFT JOIN named AS n ON n.story_id = s.story_id
ORDER BY s.outlet_count DESC, s.article_count DESC, s.last_published_on DESC NULLS LAST, s.story_id
