-- Stories: those decided now, and those of before of which no article was touched. Grain: one row a story.
CREATE TABLE scratch.main.assigned_stories AS
SELECT story_id, title FROM decided_stories
UNION ALL
SELECT b.story_id, b.title
FROM before_stories AS b
WHERE b.story_id IN (SELECT story_id FROM grouped_articles) AND b.story_id NOT IN (SELECT story_id FROM decided_stories)
