-- Quotes of the touched components, and the fresh ones. Grain: one row a quote.
-- before: the utterance that it was of, marked, for what was one utterance must be grouped at once.
SELECT quote_id, CASE WHEN is_fresh THEN quote_id ELSE component END AS key, 'was ' || before_utterance_id AS before
FROM sited_quotes
WHERE is_fresh OR component IN (FROM touched_keys)
ORDER BY quote_id
