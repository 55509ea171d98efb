-- Fresh copies, each with the component of its original. Grain: one row a copy.
SELECT c.article_id, CASE WHEN o.is_fresh THEN o.article_id ELSE o.story_component END
FROM sited_articles AS c
JOIN sited_articles AS o ON o.article_id = c.copy_of
WHERE c.is_fresh
