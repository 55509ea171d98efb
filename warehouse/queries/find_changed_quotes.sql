-- Quotes whose rows of `quotes` and `quote_labels` may be others than in the snapshot in service: those grouped again, among them all fresh
-- ones, and those that are gone. Grain: one row a quote.
SELECT quote_id AS key FROM utterances_of_quotes
UNION
SELECT b.quote_id FROM before_quote_labels AS b ANTI JOIN sited_quotes AS q ON q.quote_id = b.quote_id
