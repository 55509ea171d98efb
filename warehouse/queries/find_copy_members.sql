-- Articles of the touched components, and the fresh ones that are linked to some. Grain: one row an article; before is for stories.
SELECT article_id, key, NULL AS before
FROM linked_articles
WHERE key IN (FROM touched_keys)
ORDER BY article_id
