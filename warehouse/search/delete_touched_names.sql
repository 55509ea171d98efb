-- Removes the names of touched entities, and of those that are gone. Grain: one row a name.
DELETE FROM search_names
WHERE entity_id IN (SELECT entity_id FROM _ids) OR entity_id NOT IN (SELECT entity_id FROM entities)
