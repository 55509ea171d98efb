-- Gives a number to each term of the new words that has none. Grain: one row a term.
-- Numbered as a list, not in a window over all rows: few rows in such a window may end in an internal error of DuckDB (its issue 25713).
INSERT INTO search_terms
SELECT (SELECT coalesce(max(term_number), 0) FROM search_terms) + generate_subscripts(terms, 1), unnest(terms)
FROM (SELECT list(DISTINCT term ORDER BY term) AS terms FROM new_words WHERE term NOT IN (SELECT term FROM search_terms))
