-- What an entity said, or what was said for it, newest first. Grain: one row a quote. Each filter that is null filters nothing; `$copies`
-- false leaves out the quotes of copies. What is shown is read by where its rows stand: to look for ids unpacks more of the file.
WITH said AS MATERIALIZED (
    SELECT rowid AS position, article_id, ordinal, kind, cue, confidence FROM quotes WHERE speaker_entity_id = $entity_id
    UNION ALL
    SELECT rowid, article_id, ordinal, kind, cue, confidence
    FROM quotes
    WHERE speaker_stands_for_entity_id = $entity_id AND speaker_entity_id IS DISTINCT FROM $entity_id
),
shown AS MATERIALIZED (
    SELECT q.position, a.rowid AS article_position
    FROM said AS q
    JOIN articles AS a ON a.article_id = q.article_id
    WHERE
        q.kind <> 'scare'
        AND ($outlet::VARCHAR IS NULL OR coalesce(a.outlet, a.outlet_domain) = $outlet)
        AND ($since::DATE IS NULL OR a.published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR a.published_on <= $until::DATE)
        AND ($kind::VARCHAR IS NULL OR q.kind = $kind)
        AND ($cue::VARCHAR IS NULL OR q.cue = $cue)
        AND ($confidence::DOUBLE IS NULL OR q.confidence >= $confidence::DOUBLE)
        AND ($copies OR a.copy_of IS NULL)
    ORDER BY a.published_on DESC NULLS LAST, a.published_at DESC NULLS LAST, q.article_id, q.ordinal
    LIMIT $limit OFFSET $offset
)
SELECT
    a.published_on, coalesce(a.outlet, a.outlet_domain) AS outlet, q.text, q.kind, q.cue, q.speaker_role AS role, q.occasion, q.confidence,
    q.method, a.agency, a.copy_of IS NOT NULL AS is_copy, a.title, a.url, q.article_id, q.quote_id, q.ordinal, q.utterance_id
FROM shown AS s
JOIN quotes AS q ON q.rowid = s.position
JOIN articles AS a ON a.rowid = s.article_position
ORDER BY a.published_on DESC NULLS LAST, a.published_at DESC NULLS LAST, q.article_id, q.ordinal
