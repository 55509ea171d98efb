-- Entities: those decided now, and those of before that a name has and nobody decided. Grain: one row an entity.
CREATE VIEW scratch.main.assigned_entities AS
FROM decided_entities
UNION ALL
SELECT b.*
FROM before_entities AS b
ANTI JOIN gone_entities AS g ON g.entity_id = b.entity_id
ANTI JOIN decided_entities AS d ON d.entity_id = b.entity_id
