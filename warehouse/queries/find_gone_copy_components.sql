-- Components of copies that have lost an article, or whose article has changed. Grain: one row a component.
SELECT DISTINCT l.copy_component
FROM before_article_labels AS l
ANTI JOIN placed_articles AS p ON p.article_id = l.article_id AND p.version = l.version
WHERE l.copy_component IS NOT NULL
