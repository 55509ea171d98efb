-- The earliest use of each chosen name, of all and of those that had one entity in the snapshot in service. Grain: one row a node and
-- entity of before (or none).
SELECT
    node,
    before_entity_id,
    min({
        'is_undated': published_on IS NULL,
        'published_on': published_on,
        'article_id': article_id,
        'key': article_id || ':' || coalesce(cluster::VARCHAR, 'stands_for:' || stands_for)
    }) AS earliest
FROM placed_names
WHERE node IN (FROM chosen_nodes)
GROUP BY node, before_entity_id
ORDER BY node, before_entity_id
