-- Entities that bear a name, or that an id leads to. Grain: one row an entity.
SELECT entity_id, name, type FROM entities_called($called)
