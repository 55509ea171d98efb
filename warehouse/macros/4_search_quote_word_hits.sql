-- Quotes that have every word of a search, with their rank; phrases and -without are not looked at. Grain: one row a quote, no order.
-- The score is BM25 with 12 words for a usual length; scare quotes do not count.
CREATE MACRO search_quote_word_hits(items) AS TABLE
WITH wanted AS MATERIALIZED (
    FROM search_wanted(items)
),
hits AS MATERIALIZED (
    SELECT p.term_number, p.article_number, p.ordinal, p.tf, p.word_count
    FROM search_quote_terms AS p
    WHERE p.term_number IN (SELECT t.term_number FROM search_terms AS t WHERE t.term IN (SELECT term FROM wanted))
),
rarity AS (
    SELECT term_number, ln(1 + ((SELECT count(*) FROM quotes) - count(*) + 0.5) / (count(*) + 0.5)) AS idf
    FROM hits
    GROUP BY term_number
),
sound AS (
    SELECT h.article_number, h.ordinal, sum(r.idf) AS idf, sum(h.tf) AS tf, any_value(h.word_count) AS word_count
    FROM hits AS h
    JOIN rarity AS r ON r.term_number = h.term_number
    GROUP BY h.article_number, h.ordinal
    HAVING count(*) = (SELECT count(*) FROM wanted)
)
SELECT
    n.article_number, n.article_id, s.ordinal, n.published_on,
    bm25(s.idf, s.tf, s.word_count, 12) AS score
FROM sound AS s
JOIN search_articles AS n ON n.article_number = s.article_number
