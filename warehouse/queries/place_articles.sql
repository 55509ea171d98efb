-- Every article that stands, with what it belonged to in the snapshot in service. Grain: one row an article.
-- is_kept: it is the same as there, and so are what it is linked to and its components.
CREATE TABLE scratch.main.placed_articles AS
SELECT
    d.article_id,
    d.version,
    a.published_on,
    b.copy_of AS before_copy_of,
    b.story_id AS before_story_id,
    l.copy_component,
    l.story_component,
    l.article_id IS NOT NULL AS is_kept
FROM current_documents AS d
JOIN lake_articles AS a ON a.version = d.version
LEFT JOIN before_articles AS b ON b.article_id = d.article_id
LEFT JOIN before_article_labels AS l ON l.article_id = d.article_id AND l.version = d.version
WHERE d.is_article
