-- Speakers of a story whom an outlet that reports it does not quote. Grain: one row a story, speaker and outlet.
WITH quoted AS (
    SELECT DISTINCT story_id, outlet, speaker FROM named_quotes WHERE kind <> 'scare' AND story_id IS NOT NULL AND speaker IS NOT NULL
),
reported AS (
    SELECT DISTINCT story_id, coalesce(outlet, outlet_domain) AS outlet FROM articles WHERE story_id IS NOT NULL
)
SELECT s.title AS story, q.speaker, count(*) AS quoted_by_outlets, list(DISTINCT r.outlet) AS not_quoted_by
FROM quoted AS q
JOIN reported AS r ON r.story_id = q.story_id AND NOT EXISTS (
    FROM quoted AS o WHERE o.story_id = q.story_id AND o.speaker = q.speaker AND o.outlet = r.outlet
)
JOIN stories AS s ON s.story_id = q.story_id
GROUP BY ALL
ORDER BY quoted_by_outlets DESC
LIMIT 50
