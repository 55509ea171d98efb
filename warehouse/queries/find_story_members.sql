-- Articles of the touched components, and the fresh ones; copies stand with their originals. Grain: one row an article.
-- before: the story that it was of, marked, for what was one story must be grouped at once.
SELECT article_id, CASE WHEN is_fresh THEN article_id ELSE story_component END AS key, 'was ' || before_story_id AS before
FROM sited_articles
WHERE is_fresh OR story_component IN (FROM touched_keys)
ORDER BY article_id
