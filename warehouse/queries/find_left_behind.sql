-- A row is a reference to a group that a patch has removed. Grain: one row a reference.
WITH gone AS (
    SELECT id
    FROM touched_groups
    WHERE NOT CASE table_name
        WHEN 'entities' THEN id IN (SELECT entity_id FROM warehouse.main.entities)
        WHEN 'utterances' THEN id IN (SELECT utterance_id FROM warehouse.main.utterances)
        ELSE id IN (SELECT story_id FROM warehouse.main.stories)
    END
)
SELECT 'mentions.entity_id' AS column_name, entity_id AS id FROM warehouse.main.mentions WHERE entity_id IN (FROM gone)
UNION ALL
SELECT 'aliases.entity_id', entity_id FROM warehouse.main.aliases WHERE entity_id IN (FROM gone)
UNION ALL
SELECT 'quotes', quote_id
FROM warehouse.main.quotes
WHERE
    speaker_entity_id IN (FROM gone)
    OR speaker_stands_for_entity_id IN (FROM gone)
    OR via_entity_id IN (FROM gone)
    OR speaker_from_utterance_entity_id IN (FROM gone)
    OR utterance_id IN (FROM gone)
UNION ALL
SELECT 'utterances.speaker_entity_id', speaker_entity_id FROM warehouse.main.utterances WHERE speaker_entity_id IN (FROM gone)
UNION ALL
SELECT 'articles.story_id', story_id FROM warehouse.main.articles WHERE story_id IN (FROM gone)
UNION ALL
SELECT 'articles.copy_of', copy_of
FROM warehouse.main.articles
WHERE copy_of IN (FROM touched_articles) AND copy_of NOT IN (SELECT article_id FROM warehouse.main.articles)
