-- The unplaced names with the node that equal names share, and the entity they had in the snapshot in service. Grain: one row a name of an
-- article. An organization of nobody knows which country is its outlet's own.
CREATE TABLE scratch.main.names_placed_anew AS
WITH keys AS (
    SELECT k.* FROM assigned_name_keys AS k WHERE k.name IN (SELECT name FROM unplaced_names)
),
entities AS (
    SELECT * FROM before_names WHERE article_id IN (SELECT article_id FROM unplaced_names)
)
SELECT
    n.version,
    n.place,
    n.article_id,
    a.published_on,
    n.cluster,
    n.stands_for,
    n.type,
    CASE WHEN k.is_of_outlet THEN (md5_number_lower(concat_ws(' ', k.node, n.outlet)) >> 1)::BIGINT ELSE k.node END AS node,
    b.entity_id AS before_entity_id
FROM unplaced_names AS n
JOIN keys AS k ON k.type = n.type AND k.name = n.name AND k.owner IS NOT DISTINCT FROM n.owner AND k.sport IS NOT DISTINCT FROM n.sport
JOIN placed_articles AS a ON a.version = n.version
LEFT JOIN entities AS b
    ON b.article_id = n.article_id
    AND b.cluster IS NOT DISTINCT FROM n.cluster
    AND b.stands_for IS NOT DISTINCT FROM n.stands_for
