-- Names that touched entities are called by. Grain: one row an entity and a name.
INSERT INTO aliases BY NAME
SELECT
    entity_id,
    trim(regexp_replace(text, '\s+', ' ', 'g')) AS alias,
    count(*) AS mention_count,
    count(DISTINCT article_id) AS article_count
FROM mentions
WHERE entity_id IN (SELECT id FROM touched_groups WHERE table_name = 'entities')
GROUP BY ALL
ORDER BY entity_id, mention_count DESC, alias
