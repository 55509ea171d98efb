-- Utterance of every quote, and the speaker whom it lends. Grain: one row a quote.
CREATE TABLE scratch.main.assigned_quotes AS
SELECT
    q.quote_id,
    CASE WHEN d.quote_id IS NOT NULL THEN d.utterance_id ELSE q.before_utterance_id END AS utterance_id,
    CASE WHEN d.quote_id IS NOT NULL THEN d.speaker ELSE q.before_lent_speaker END AS speaker_from_utterance_entity_id,
    CASE WHEN d.quote_id IS NOT NULL THEN d.changes ELSE q.before_changes END AS changes
FROM sited_quotes AS q
LEFT JOIN utterances_of_quotes AS d ON d.quote_id = q.quote_id
