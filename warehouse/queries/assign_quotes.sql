-- Utterance of every quote, and the speaker whom it lends. Grain: one row a quote.
CREATE VIEW scratch.main.assigned_quotes AS
SELECT quote_id, utterance_id, speaker AS speaker_from_utterance_entity_id, changes
FROM utterances_of_quotes
UNION ALL
SELECT b.*
FROM before_quotes AS b
ANTI JOIN utterances_of_quotes AS d ON d.quote_id = b.quote_id
ANTI JOIN gone_quotes AS g ON g.quote_id = b.quote_id
