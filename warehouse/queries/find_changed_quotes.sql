-- Quotes whose rows of `quotes` and `quote_labels` may be others than in the snapshot in service: those grouped again, among them all fresh
-- ones, and those that are gone. Grain: one row a quote.
SELECT quote_id AS key FROM utterances_of_quotes
UNION
SELECT quote_id FROM gone_quotes
