-- Rows of the lake that were published and are so no more: their articles are changed or gone. Grain: one row a row of the lake.
CREATE TABLE scratch.main.left_versions AS
SELECT l.version, l.copy_component, l.story_component
FROM before_article_labels AS l
ANTI JOIN placed_articles AS p ON p.version = l.version
