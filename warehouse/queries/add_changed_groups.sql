-- Groups that have other names or attributes than in the snapshot in service. Grain: one row a group.
INSERT INTO scratch.main.touched_groups
SELECT 'entities', entity_id FROM (FROM arrived_entities UNION ALL FROM left_entities)
UNION
SELECT 'utterances', utterance_id FROM (FROM arrived_utterances UNION ALL FROM left_utterances)
UNION
SELECT 'stories', story_id FROM (FROM arrived_stories UNION ALL FROM left_stories)
