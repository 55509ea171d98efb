-- Groups that have other names or attributes than in the snapshot in service. Grain: one row a group.
INSERT INTO scratch.main.touched_groups
SELECT 'entities', entity_id FROM ((FROM assigned_entities EXCEPT FROM before_entities) UNION ALL (FROM before_entities EXCEPT FROM assigned_entities))
UNION
SELECT 'utterances', utterance_id
FROM ((FROM assigned_utterances EXCEPT FROM before_utterances) UNION ALL (FROM before_utterances EXCEPT FROM assigned_utterances))
UNION
SELECT 'stories', story_id FROM ((FROM assigned_stories EXCEPT FROM before_stories) UNION ALL (FROM before_stories EXCEPT FROM assigned_stories))
