-- Who spoke most, in how many outlets. Grain: one row a speaker.
SELECT speaker, description, quote_count, outlet_count, first_quoted_on, last_quoted_on
FROM speakers
LIMIT 50
