-- Utterances of quotes in the snapshot in service. Grain: one row a quote.
SELECT quote_id, utterance_id
FROM before_quotes
