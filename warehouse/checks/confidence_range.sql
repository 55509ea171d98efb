-- A row is a quote or an entity whose confidence is no number from 0 to 1.
-- Scope: articles, groups
SELECT 'quotes' AS table_name, quote_id AS id, confidence
FROM quotes
WHERE NOT coalesce(confidence BETWEEN 0 AND 1, false) OR isnan(confidence)
UNION ALL
SELECT 'entities', entity_id, confidence
FROM entities
WHERE NOT coalesce(confidence BETWEEN 0 AND 1, false) OR isnan(confidence)
