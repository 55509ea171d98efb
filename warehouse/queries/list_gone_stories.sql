-- Stories of before that no article reports any more. Grain: one row a story.
CREATE TABLE scratch.main.gone_stories AS
SELECT b.story_id FROM before_stories AS b ANTI JOIN grouped_articles AS g ON g.story_id = b.story_id
