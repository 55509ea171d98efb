-- Every name of an article with the node that equal names share, and the entity it had in the snapshot in service. Grain: one row a
-- name of an article. An organization of nobody knows which country is its outlet's own.
CREATE TABLE scratch.main.placed_names AS
WITH placed AS (
    SELECT n.version, n.place, n.article_id, n.cluster, n.stands_for, n.type, l.node
    FROM typed_names AS n
    JOIN before_name_labels AS l ON l.version = n.version AND l.place = n.place AND l.type = n.type
    UNION ALL
    SELECT
        n.version,
        n.place,
        n.article_id,
        n.cluster,
        n.stands_for,
        n.type,
        CASE WHEN k.is_of_outlet THEN (md5_number_lower(concat_ws(' ', k.node, n.outlet)) >> 1)::BIGINT ELSE k.node END
    FROM unplaced_names AS n
    JOIN assigned_name_keys AS k
        ON k.type = n.type AND k.name = n.name AND k.owner IS NOT DISTINCT FROM n.owner AND k.sport IS NOT DISTINCT FROM n.sport
)
SELECT n.version, n.place, n.article_id, a.published_on, n.cluster, n.stands_for, n.type, n.node, b.entity_id AS before_entity_id
FROM placed AS n
JOIN placed_articles AS a ON a.version = n.version
LEFT JOIN before_names AS b
    ON b.article_id = n.article_id
    AND b.cluster IS NOT DISTINCT FROM n.cluster
    AND b.stands_for IS NOT DISTINCT FROM n.stands_for
