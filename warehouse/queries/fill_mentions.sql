-- Mentions of the touched articles that stand, with entities in place of clusters. Grain: one row a mention.
-- What belongs to the touched articles first: else all of the home meets them.
INSERT INTO mentions BY NAME
WITH touched AS MATERIALIZED (
    SELECT version, article_id FROM touched_versions WHERE table_name = 'mentions'
),
names AS MATERIALIZED (
    SELECT * FROM assigned_names WHERE article_id IN (SELECT article_id FROM touched)
)
SELECT m.* EXCLUDE (version, cluster, name, role, owner, sport, signs), n.entity_id
FROM lake_mentions AS m
JOIN touched AS d ON d.version = m.version
LEFT JOIN names AS n ON n.article_id = m.article_id AND n.cluster = m.cluster
ORDER BY m.article_id, m.part, m.block_ordinal, m.start_char
