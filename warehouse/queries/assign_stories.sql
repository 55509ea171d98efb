-- Stories: those decided now, and those of before that an article reports and nobody decided. Grain: one row a story.
CREATE VIEW scratch.main.assigned_stories AS
SELECT story_id, title FROM decided_stories
UNION ALL
SELECT b.story_id, b.title
FROM before_stories AS b
ANTI JOIN gone_stories AS g ON g.story_id = b.story_id
ANTI JOIN decided_stories AS d ON d.story_id = b.story_id
