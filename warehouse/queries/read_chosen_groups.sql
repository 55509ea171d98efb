-- What the chosen articles copy, and the story that they were of. Grain: one row an article.
SELECT s.article_id, s.copy_of, s.before_story_id
FROM sited_articles AS s
JOIN chosen_articles AS c ON c.article_id = s.article_id
