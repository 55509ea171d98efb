-- Removes the words of terms that are gone. Grain: one row a word.
DELETE FROM search_words WHERE term NOT IN (SELECT term FROM search_terms)
