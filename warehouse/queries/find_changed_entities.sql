-- Entities that may be others than in the snapshot in service: those decided now, and those that are gone. Grain: one row of `entities`.
SELECT entity_id AS key FROM decided_entities
UNION
SELECT b.entity_id FROM before_entities AS b ANTI JOIN assigned_entities AS a ON a.entity_id = b.entity_id
