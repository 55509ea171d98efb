-- Story and original of every article that stands, and its components. Grain: one row an article.
CREATE TABLE scratch.main.grouped_articles AS
SELECT
    s.article_id,
    s.version,
    CASE WHEN d.article_id IS NOT NULL THEN d.story_id ELSE s.before_story_id END AS story_id,
    s.copy_of,
    s.copy_component,
    CASE WHEN d.article_id IS NOT NULL THEN d.story_component ELSE s.story_component END AS story_component
FROM sited_articles AS s
LEFT JOIN stories_of_articles AS d ON d.article_id = s.article_id
