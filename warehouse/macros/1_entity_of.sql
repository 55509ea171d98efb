-- The id of an entity, of the number that entity_key() gives.
CREATE MACRO entity_of(key) AS printf('%016x', key)
