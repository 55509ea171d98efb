-- Entities of the snapshot in service to which several of the chosen names belonged. Grain: one row an entity.
SELECT before_entity_id, list(DISTINCT node) AS nodes
FROM placed_names
WHERE node IN (FROM chosen_nodes) AND before_entity_id IS NOT NULL
GROUP BY before_entity_id
HAVING min(node) < max(node)
