-- Groups that the touched articles belong to, as the tables have it now: their counts and days change with them. Grain: one row
-- a group; those known already are left out.
INSERT INTO scratch.main.touched_groups
SELECT * FROM (
    SELECT 'entities', entity_id FROM warehouse.main.mentions WHERE article_id IN (FROM touched_articles)
    UNION
    SELECT 'entities', unnest([speaker_entity_id, speaker_stands_for_entity_id, via_entity_id, speaker_from_utterance_entity_id])
    FROM warehouse.main.quotes WHERE article_id IN (FROM touched_articles)
    UNION
    SELECT 'utterances', utterance_id FROM warehouse.main.quotes WHERE article_id IN (FROM touched_articles)
    UNION
    SELECT 'stories', story_id FROM warehouse.main.articles WHERE article_id IN (FROM touched_articles)
) AS found (table_name, id)
WHERE id IS NOT NULL
EXCEPT
FROM scratch.main.touched_groups
