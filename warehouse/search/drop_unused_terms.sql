-- Removes terms that stood in no other article than those that left. Grain: one row a term.
DELETE FROM search_terms
WHERE
    term_number NOT IN (SELECT term_number FROM search_article_terms)
    AND term_number NOT IN (SELECT term_number FROM search_quote_terms)
