-- Every group, for tables that are made from nothing. Grain: one row a group.
INSERT INTO scratch.main.touched_groups
SELECT 'entities', entity_id FROM assigned_entities
UNION ALL
SELECT 'utterances', utterance_id FROM assigned_utterances
UNION ALL
SELECT 'stories', story_id FROM assigned_stories
