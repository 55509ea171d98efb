-- The number that stands for an entity in `search_presence`: its id, sixteen hexadecimal digits, as a number; null for what is no id.
CREATE MACRO entity_key(entity_id) AS CASE WHEN length(entity_id) = 16 THEN try_cast('0x' || entity_id AS UBIGINT) END
