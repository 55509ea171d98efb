-- Statements that outlets word differently, with what changes. Grain: one row a wording.
SELECT speaker, outlet, published_on, changes
FROM wordings
WHERE outlet_count > 1 AND NOT is_fullest
LIMIT 50
