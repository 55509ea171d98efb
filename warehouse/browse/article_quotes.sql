-- The quotes of an article with their speakers. Grain: one row a quote.
SELECT
    q.* EXCLUDE (article_id, changes),
    coalesce(speaker.name, q.speaker_name, q.speaker) AS speaker_shown,
    organization.name AS stands_for,
    via.name AS via,
    u.article_count AS utterance_article_count,
    u.outlet_count AS utterance_outlet_count
FROM quotes AS q
LEFT JOIN entities AS speaker ON speaker.entity_id = q.speaker_entity_id
LEFT JOIN entities AS organization ON organization.entity_id = q.speaker_stands_for_entity_id
LEFT JOIN entities AS via ON via.entity_id = q.via_entity_id
LEFT JOIN utterances AS u ON u.utterance_id = q.utterance_id
WHERE q.article_id = $article_id
ORDER BY q.ordinal
LIMIT $limit OFFSET $offset
