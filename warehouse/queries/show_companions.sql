-- Who else is quoted in the articles that quote an entity. Grain: one row another speaker, most shared articles first.
SELECT other.name, count(DISTINCT q.article_id) AS articles
FROM quotes AS q
JOIN quotes AS theirs ON theirs.article_id = q.article_id AND theirs.speaker_entity_id <> q.speaker_entity_id AND theirs.kind <> 'scare'
JOIN entities AS other ON other.entity_id = theirs.speaker_entity_id
WHERE q.speaker_entity_id = $entity_id AND q.kind <> 'scare'
GROUP BY other.entity_id, other.name
ORDER BY articles DESC, other.name, other.entity_id
LIMIT 8
