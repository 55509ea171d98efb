-- Quotes with names instead of ids, in no order: what who_said_what and quotes_by are made of. Grain: one row a quote.
CREATE VIEW named_quotes AS
SELECT
    a.published_on,
    a.published_at,
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    coalesce(speaker.name, q.speaker_name, q.speaker) AS speaker,
    lent.name AS speaker_from_utterance,
    organization.name AS stands_for,
    q.speaker_kind,
    q.speaker_role,
    q.text,
    q.kind,
    q.cue,
    q.addressee,
    q.occasion,
    via.name AS via,
    q.sentence,
    q.is_damaged,
    q.confidence,
    a.title,
    a.url,
    a.source_uri,
    q.speaker_name,
    q.article_id,
    q.ordinal,
    q.quote_id,
    q.contains_quote_id,
    q.utterance_id,
    a.story_id,
    q.speaker_entity_id,
    q.speaker_from_utterance_entity_id,
    q.speaker_stands_for_entity_id
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN entities AS speaker ON speaker.entity_id = q.speaker_entity_id
LEFT JOIN entities AS lent ON lent.entity_id = q.speaker_from_utterance_entity_id
LEFT JOIN entities AS organization ON organization.entity_id = q.speaker_stands_for_entity_id
LEFT JOIN entities AS via ON via.entity_id = q.via_entity_id
