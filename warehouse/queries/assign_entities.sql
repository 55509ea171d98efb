-- Entities: those decided now, and those of before of which no name was touched. Grain: one row an entity.
CREATE TABLE scratch.main.assigned_entities AS
FROM decided_entities
UNION ALL
SELECT b.*
FROM before_entities AS b
WHERE b.entity_id IN (SELECT entity_id FROM assigned_names) AND b.entity_id NOT IN (SELECT entity_id FROM decided_entities)
