-- Ids that bear a name. Grain: one row an entity.
SELECT entity_id FROM entities_called($called)
