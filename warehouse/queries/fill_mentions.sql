-- Mentions of the touched articles that stand, with entities in place of clusters. Grain: one row a mention.
INSERT INTO mentions BY NAME
SELECT m.* EXCLUDE (version, cluster, name, role, owner, sport, signs), n.entity_id
FROM lake_mentions AS m
JOIN touched_versions AS d ON d.version = m.version AND d.table_name = 'mentions'
LEFT JOIN assigned_names AS n ON n.article_id = m.article_id AND n.cluster = m.cluster
ORDER BY m.article_id, m.part, m.block_ordinal, m.start_char
