-- How statements went from outlet to outlet. Grain: one row a report of a statement.
SELECT speaker, step, outlet, published_on, got_by, from_outlet, text
FROM provenance
LIMIT 50
