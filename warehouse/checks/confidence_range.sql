-- A row is a quote whose confidence is no number from 0 to 1.
SELECT quote_id, confidence
FROM quotes
WHERE NOT coalesce(confidence BETWEEN 0 AND 1, false) OR isnan(confidence)
