-- Story and original of each article, as `assigned_articles`. Grain: one row an article that has either.
CREATE VIEW scratch.main.assigned_articles AS
SELECT article_id, story_id, copy_of
FROM grouped_articles
