-- The outlets' wordings of one statement, the earliest first. Grain: one row a quote.
SELECT
    a.published_on, a.published_at, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, q.text, q.kind, q.speaker, q.cue, q.occasion,
    a.agency, a.copy_of IS NOT NULL AS is_copy, a.title, a.url, q.article_id, q.quote_id, q.ordinal, a.story_id,
    lent.name AS lent_speaker, q.speaker_from_utterance_entity_id AS lent_speaker_entity_id
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN entities AS lent ON lent.entity_id = q.speaker_from_utterance_entity_id
WHERE q.utterance_id = $utterance_id
ORDER BY a.published_on NULLS LAST, a.published_at NULLS LAST, q.article_id, q.ordinal
LIMIT $limit OFFSET $offset
