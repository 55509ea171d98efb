-- Whom an outlet quotes. Grain: one row a speaker.
SELECT e.name AS speaker, e.type, e.description, count(*) AS quote_count, count(DISTINCT q.article_id) AS article_count, e.entity_id
FROM articles AS a
JOIN quotes AS q ON q.article_id = a.article_id
JOIN entities AS e ON e.entity_id = q.speaker_entity_id
WHERE coalesce(a.outlet, a.outlet_domain) = $outlet AND q.kind <> 'scare'
GROUP BY ALL
ORDER BY quote_count DESC, e.entity_id
LIMIT $limit OFFSET $offset
