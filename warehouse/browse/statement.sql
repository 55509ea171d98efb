-- One statement. Grain: one row, or none.
SELECT u.utterance_id, u.text, u.quote_count, u.article_count, u.outlet_count, u.first_published_on, u.last_published_on,
    u.speaker_entity_id AS entity_id, e.name AS speaker, e.description
FROM utterances AS u
LEFT JOIN entities AS e ON e.entity_id = u.speaker_entity_id
WHERE u.utterance_id = $utterance_id
