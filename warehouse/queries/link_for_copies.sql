-- Articles that may be linked as copies. Grain: one row an article. key: its component, itself where it has none.
CREATE OR REPLACE TABLE scratch.main.linked_articles AS
SELECT
    article_id,
    version,
    published_on,
    CASE WHEN is_kept THEN coalesce(copy_component, article_id) ELSE article_id END AS key,
    NOT is_kept AS is_fresh
FROM placed_articles
