-- Which term stands in which article, in which part of it, how often: what search is made of. Grain: one row a term, article and field
-- (title, standfirst, body, or block: captions, posts and contributor lines beside the body).
CREATE VIEW search_postings AS
SELECT t.term, a.article_id, p.field, p.tf
FROM (
    SELECT term_number, article_number, 'title' AS field, title_tf AS tf FROM search_article_terms WHERE title_tf > 0
    UNION ALL
    SELECT term_number, article_number, 'standfirst', standfirst_tf FROM search_article_terms WHERE standfirst_tf > 0
    UNION ALL
    SELECT term_number, article_number, 'body', body_tf FROM search_article_terms WHERE body_tf > 0
    UNION ALL
    SELECT term_number, article_number, 'block', block_tf FROM search_article_terms WHERE block_tf > 0
) AS p
JOIN search_terms AS t ON t.term_number = p.term_number
JOIN search_articles AS a ON a.article_number = p.article_number
