-- Passages that the asked articles have in common with others. Grain: one row an article.
SELECT article_id, list(passage ORDER BY passage) AS passages
FROM repeats
WHERE article_id IN (SELECT id FROM asked_ids)
GROUP BY article_id
