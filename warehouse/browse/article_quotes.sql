-- The quotes of an article with their speakers. Grain: one row a quote.
WITH shown AS MATERIALIZED (
    SELECT * EXCLUDE (article_id, changes) FROM quotes WHERE article_id = $article_id ORDER BY ordinal LIMIT $limit OFFSET $offset
),
called AS MATERIALIZED (
    SELECT entity_id, name
    FROM entities
    WHERE entity_id IN (
        SELECT speaker_entity_id FROM shown
        UNION SELECT speaker_stands_for_entity_id FROM shown
        UNION SELECT via_entity_id FROM shown
        UNION SELECT speaker_from_utterance_entity_id FROM shown
    )
),
repeated AS MATERIALIZED (
    SELECT utterance_id, article_count, outlet_count FROM utterances WHERE utterance_id IN (SELECT utterance_id FROM shown)
)
SELECT
    q.*,
    coalesce(speaker.name, q.speaker_name, q.speaker) AS speaker_shown,
    organization.name AS stands_for,
    via.name AS via,
    lent.name AS lent_speaker,
    u.article_count AS utterance_article_count,
    u.outlet_count AS utterance_outlet_count
FROM shown AS q
LEFT JOIN called AS speaker ON speaker.entity_id = q.speaker_entity_id
LEFT JOIN called AS organization ON organization.entity_id = q.speaker_stands_for_entity_id
LEFT JOIN called AS via ON via.entity_id = q.via_entity_id
LEFT JOIN called AS lent ON lent.entity_id = q.speaker_from_utterance_entity_id
LEFT JOIN repeated AS u ON u.utterance_id = q.utterance_id
ORDER BY q.ordinal
