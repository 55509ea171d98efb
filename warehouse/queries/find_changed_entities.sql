-- Entities that may be others than in the snapshot in service: those decided now, and those that are gone. Grain: one row of `entities`.
SELECT entity_id AS key FROM decided_entities
UNION
SELECT entity_id FROM gone_entities
