-- Everything the tables say of the entities called so, in a line each. Grain: one row an entity, most mentions first.
SELECT
    e.entity_id,
    e.name,
    e.type,
    e.description,
    e.mention_count,
    e.article_count,
    e.outlet_count,
    e.first_seen,
    e.last_seen,
    e.confidence,
    (SELECT count(*) FROM quotes AS q WHERE q.kind <> 'scare' AND q.contains_quote_id IS NULL AND e.entity_id IN (q.speaker_entity_id, q.speaker_stands_for_entity_id)) AS quote_count
FROM entities AS e
WHERE e.entity_id IN (SELECT c.entity_id FROM entities_called($name) AS c)
ORDER BY e.mention_count DESC, e.entity_id
