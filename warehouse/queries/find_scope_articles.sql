-- What the checks of a patch see when they look at articles: those touched, those of the closing run, those that they copy or
-- that copy them; the groups that these point to. Grain: one row an article or a group.
WITH chosen AS (
    SELECT article_id FROM warehouse.main.articles
    WHERE
        article_id IN (FROM touched_articles)
        OR copy_of IN (FROM touched_articles)
        OR run_id IN (FROM closing_run)
),
seen AS (
    SELECT article_id FROM chosen
    UNION
    SELECT copy_of FROM warehouse.main.articles WHERE copy_of IS NOT NULL AND article_id IN (FROM chosen)
),
quoted AS (
    SELECT * FROM warehouse.main.quotes WHERE article_id IN (FROM seen)
),
utterances AS (
    SELECT utterance_id AS id FROM quoted WHERE utterance_id IS NOT NULL
    UNION
    SELECT id FROM touched_groups WHERE table_name = 'utterances'
)
SELECT 'articles' AS table_name, article_id AS id FROM seen
UNION
SELECT 'utterances', id FROM utterances
UNION
SELECT 'stories', story_id FROM warehouse.main.articles WHERE article_id IN (FROM seen) AND story_id IS NOT NULL
UNION
SELECT 'entities', entity_id FROM warehouse.main.mentions WHERE article_id IN (FROM seen)
UNION
SELECT 'entities', unnest([speaker_entity_id, speaker_stands_for_entity_id, via_entity_id, speaker_from_utterance_entity_id]) FROM quoted
UNION
SELECT 'entities', speaker_entity_id FROM warehouse.main.utterances WHERE utterance_id IN (FROM utterances) AND speaker_entity_id IS NOT NULL
UNION
SELECT table_name, id FROM touched_groups
