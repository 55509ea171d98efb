-- Stories that may be others than in the snapshot in service: those decided now, and those that are gone. Grain: one row a story.
SELECT story_id AS key FROM decided_stories
UNION
SELECT story_id FROM gone_stories
