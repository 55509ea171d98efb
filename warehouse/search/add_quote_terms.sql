-- Adds the chunk's words to the terms of quotes that wait to be sorted. Grain: one row a term and quote.
INSERT INTO arriving_search_quote_terms
SELECT t.term_number, a.article_number, a.ordinal, least(sum(a.tf), 255)::UTINYINT, least(any_value(l.word_count), 255)::UTINYINT
FROM arriving_words AS a
JOIN search_words AS w ON w.word = a.word
JOIN search_terms AS t ON t.term = w.term
JOIN (
    SELECT article_number, ordinal, sum(tf) AS word_count FROM arriving_words WHERE field = 'quote' GROUP BY ALL
) AS l ON l.article_number = a.article_number AND l.ordinal = a.ordinal
WHERE a.field = 'quote'
GROUP BY t.term_number, a.article_number, a.ordinal
