-- A row is an utterance or a story whose counts are not those of its members.
-- Scope: groups
WITH worded AS (
    SELECT utterance_id, count(*) AS quote_count, count(DISTINCT article_id) AS article_count
    FROM quotes
    WHERE utterance_id IS NOT NULL
    GROUP BY utterance_id
),
reported AS (
    SELECT story_id, count(*) AS article_count FROM articles WHERE story_id IS NOT NULL GROUP BY story_id
)
SELECT 'utterances' AS table_name, u.utterance_id AS id, u.article_count, w.article_count AS articles_found
FROM utterances AS u
LEFT JOIN worded AS w USING (utterance_id)
WHERE u.quote_count IS DISTINCT FROM w.quote_count OR u.article_count IS DISTINCT FROM w.article_count OR u.outlet_count > u.article_count
UNION ALL
SELECT 'stories', s.story_id, s.article_count, r.article_count
FROM stories AS s
LEFT JOIN reported AS r USING (story_id)
WHERE s.article_count IS DISTINCT FROM r.article_count OR s.outlet_count > s.article_count
