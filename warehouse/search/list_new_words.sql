-- Words of the chunk that have no term yet. Grain: one row a word.
SELECT DISTINCT word
FROM arriving_words
WHERE NOT EXISTS (FROM search_words AS w WHERE w.word = arriving_words.word) AND (length(word) > 1 OR word > 'z' OR word < 'a')
ORDER BY word
