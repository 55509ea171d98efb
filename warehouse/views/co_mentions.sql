-- Who is named together: pairs of entities by the articles that name both. Grain: one row a pair; the first of the two is
-- the one with the smaller id, so that a pair stands once.
CREATE VIEW co_mentions AS
WITH named AS (
    SELECT DISTINCT entity_id, article_id FROM mentions
)
SELECT
    one.name AS entity,
    one.type,
    other.name AS other_entity,
    other.type AS other_type,
    count(*) AS article_count,
    count(DISTINCT coalesce(a.outlet, a.outlet_domain)) AS outlet_count,
    min(a.published_on) AS first_published_on,
    max(a.published_on) AS last_published_on,
    one.entity_id,
    other.entity_id AS other_entity_id
FROM named AS n
JOIN named AS m ON m.article_id = n.article_id AND n.entity_id < m.entity_id
JOIN articles AS a ON a.article_id = n.article_id
JOIN entities AS one ON one.entity_id = n.entity_id
JOIN entities AS other ON other.entity_id = m.entity_id
GROUP BY one.entity_id, one.name, one.type, other.entity_id, other.name, other.type
ORDER BY article_count DESC, entity, other_entity, one.entity_id, other.entity_id
