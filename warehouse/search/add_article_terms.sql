-- Adds the chunk's words to the terms of articles that wait to be sorted. Grain: one row a term and article.
INSERT INTO arriving_search_article_terms
SELECT
    t.term_number,
    a.article_number,
    least(coalesce(sum(a.tf) FILTER (WHERE a.field = 'title'), 0), 255)::UTINYINT,
    least(coalesce(sum(a.tf) FILTER (WHERE a.field = 'standfirst'), 0), 255)::UTINYINT,
    least(coalesce(sum(a.tf) FILTER (WHERE a.field = 'body'), 0), 255)::UTINYINT,
    least(coalesce(sum(a.tf) FILTER (WHERE a.field = 'block'), 0), 255)::UTINYINT
FROM arriving_words AS a
JOIN search_words AS w ON w.word = a.word
JOIN search_terms AS t ON t.term = w.term
WHERE a.field <> 'quote'
GROUP BY t.term_number, a.article_number
