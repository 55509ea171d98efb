-- What a speaker is called besides the name, by how often. Grain: one row a role.
SELECT speaker_role AS role, count(*) AS times
FROM quotes
WHERE speaker_entity_id = $entity_id AND speaker_role IS NOT NULL
GROUP BY speaker_role
ORDER BY times DESC, role
LIMIT 8
