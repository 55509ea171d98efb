-- Who is quoted in a story, and by which outlets. Grain: one row a speaker.
SELECT
    coalesce(e.name, q.speaker_name, q.speaker) AS speaker,
    mode(q.speaker_role) AS role,
    count(*) AS quote_count,
    list(DISTINCT coalesce(a.outlet, a.outlet_domain) ORDER BY coalesce(a.outlet, a.outlet_domain)) AS quoted_by,
    q.speaker_entity_id AS entity_id
FROM articles AS a
JOIN quotes AS q ON q.article_id = a.article_id
LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
WHERE a.story_id = $story_id AND q.kind <> 'scare' AND coalesce(e.name, q.speaker_name, q.speaker) IS NOT NULL
GROUP BY coalesce(e.name, q.speaker_name, q.speaker), q.speaker_entity_id
ORDER BY len(quoted_by) DESC, quote_count DESC, speaker
LIMIT $limit OFFSET $offset
