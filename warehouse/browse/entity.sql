-- One person, organization, place or group. Grain: one row, or none.
SELECT entity_id, type, name, description, mention_count, article_count, outlet_count, first_seen, last_seen, confidence
FROM entities
WHERE entity_id = $entity_id
