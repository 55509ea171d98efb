-- The terms of the words that a search goes without, of what search_items() makes of it; phrases are none. Grain: one row a word.
CREATE MACRO search_unwanted(items) AS TABLE
SELECT t.term_number
FROM (SELECT unnest(items, recursive := true)) AS i
JOIN search_words AS w ON w.word = i.words[1]
JOIN search_terms AS t ON t.term = w.term
WHERE i.is_without AND NOT i.is_phrase
