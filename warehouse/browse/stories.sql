-- Stories of the days from $since to $until, the most outlets first, with who is quoted in them; what has no day is of no days. Grain: one row a story.
WITH shown AS MATERIALIZED (
    SELECT story_id, title, article_count, outlet_count, first_published_on, last_published_on
    FROM stories
    WHERE
        ($since::DATE IS NULL OR last_published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR first_published_on <= $until::DATE)
    ORDER BY outlet_count DESC, article_count DESC, last_published_on DESC NULLS LAST, story_id
    LIMIT $limit OFFSET $offset
),
reports AS (
    SELECT a.story_id, n.article_number
    FROM (SELECT article_id, story_id FROM articles WHERE story_id IN (SELECT story_id FROM shown)) AS a
    JOIN search_articles AS n ON n.article_id = a.article_id
),
quoted AS (
    SELECT a.story_id, p.entity_key, sum(p.quote_count) AS quote_count
    FROM search_presence AS p
    JOIN reports AS a ON a.article_number = p.article_number
    WHERE p.quote_count > 0
    GROUP BY ALL
),
most AS MATERIALIZED (
    SELECT story_id, entity_of(entity_key) AS entity_id, quote_count
    FROM (
        SELECT story_id, unnest(list({'entity_key': entity_key, 'quote_count': quote_count} ORDER BY quote_count DESC, entity_key)[:4], recursive := true)
        FROM quoted
        GROUP BY story_id
    )
),
named AS (
    SELECT m.story_id, list({'entity_id': m.entity_id, 'name': e.name} ORDER BY m.quote_count DESC, e.name) AS speakers
    FROM most AS m
    JOIN entities AS e ON e.entity_id = m.entity_id
    GROUP BY m.story_id
)
SELECT
    s.story_id, s.title AS story, s.article_count, s.outlet_count, s.first_published_on, s.last_published_on,
    coalesce(n.speakers, []) AS speakers
FROM shown AS s
LEFT JOIN named AS n ON n.story_id = s.story_id
ORDER BY s.outlet_count DESC, s.article_count DESC, s.last_published_on DESC NULLS LAST, s.story_id
