-- Quotes that have all the words, best first: search_quotes('border "stays open" -ferry'). As search(), but in what is said; scare quotes
-- do not count. The columns of who_said_what, and the score. Grain: one row a quote. Empty where ONRECORD_SEARCH is off.
CREATE MACRO search_quotes(query) AS TABLE
SELECT h.score, q.*
FROM search_quote_hits(query) AS h
JOIN named_quotes AS q ON q.article_id = h.article_id AND q.ordinal = h.ordinal
ORDER BY h.score DESC, q.published_on DESC NULLS LAST, q.article_id, q.ordinal
