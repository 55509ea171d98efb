-- The outlets' wordings of one utterance, side by side. Grain: one row a quote that has an utterance; those of one
-- utterance stand together, the most reported utterances first, the earliest wording first.
CREATE VIEW wordings AS
SELECT
    u.utterance_id,
    coalesce(speaker.name, q.speaker_name, q.speaker) AS speaker,
    a.published_on,
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    a.agency,
    q.text,
    q.kind,
    coalesce(q.changes, q.text) AS changes,
    q.text = u.text AS is_fullest,
    u.text AS fullest_text,
    u.quote_count,
    u.outlet_count,
    a.copy_of IS NOT NULL AS is_in_copy,
    a.title,
    a.url,
    a.source_uri,
    q.article_id,
    q.quote_id,
    a.story_id
FROM quotes AS q
JOIN utterances AS u ON u.utterance_id = q.utterance_id
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN entities AS speaker ON speaker.entity_id = u.speaker_entity_id
ORDER BY u.outlet_count DESC, u.quote_count DESC, u.utterance_id, a.published_on NULLS LAST, a.published_at NULLS LAST, q.article_id, q.ordinal
