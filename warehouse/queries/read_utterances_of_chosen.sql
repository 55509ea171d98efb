-- Utterances that the chosen quotes were of. Grain: one row a quote.
SELECT q.quote_id, q.before_utterance_id
FROM sited_quotes AS q
JOIN chosen_quotes AS c ON c.quote_id = q.quote_id
WHERE q.before_utterance_id IS NOT NULL
