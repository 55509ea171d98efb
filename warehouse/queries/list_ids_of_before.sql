-- Ids that groups have in the snapshot in service. Grain: one row an id of a table.
CREATE VIEW scratch.main.used_ids AS
SELECT 'entities' AS table_name, entity_id AS id FROM before_entities
UNION ALL
SELECT 'utterances', utterance_id FROM before_utterances
UNION ALL
SELECT 'stories', story_id FROM before_stories
