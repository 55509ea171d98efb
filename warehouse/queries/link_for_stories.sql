-- Articles that may be linked as reports of one event: those that are no copies. Grain: one row an article. One is fresh, too, that
-- has become a copy or an original. key: its component, itself where it is fresh.
CREATE OR REPLACE TABLE scratch.main.linked_articles AS
SELECT
    article_id,
    version,
    published_on,
    CASE WHEN is_fresh THEN article_id ELSE story_component END AS key,
    is_fresh
FROM sited_articles
WHERE copy_of IS NULL
