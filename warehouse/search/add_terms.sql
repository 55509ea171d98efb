-- Gives a number to each term of the new words that has none. Grain: one row a term.
INSERT INTO search_terms
SELECT (SELECT coalesce(max(term_number), 0) FROM search_terms) + row_number() OVER (ORDER BY term), term
FROM (SELECT DISTINCT term FROM new_words WHERE term NOT IN (SELECT term FROM search_terms))
