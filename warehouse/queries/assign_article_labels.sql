-- Components of each article. Grain: one row an article.
CREATE VIEW scratch.main.assigned_article_labels AS
SELECT article_id, version, copy_component, story_component
FROM grouped_articles
