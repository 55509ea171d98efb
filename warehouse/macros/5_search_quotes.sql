-- Quotes that have all the words, best first: search_quotes('border "stays open" -ferry'). As search(), but in what is said; scare quotes
-- do not count. The columns of who_said_what, and the score (BM25, k 1.2, b 0.6, 12 words a usual length). Grain: one row a quote.
CREATE MACRO search_quotes(query) AS TABLE
WITH items AS MATERIALIZED (
    SELECT unnest(search_items(query), recursive := true)
),
wanted AS MATERIALIZED (
    FROM search_wanted(query)
),
hits AS MATERIALIZED (
    SELECT p.term_number, p.article_number, p.ordinal, p.tf
    FROM search_quote_terms AS p
    WHERE p.term_number IN (SELECT t.term_number FROM search_terms AS t WHERE t.term IN (SELECT term FROM wanted))
),
rarity AS (
    SELECT term_number, ln(1 + ((SELECT count(*) FROM quotes) - count(*) + 0.5) / (count(*) + 0.5)) AS idf
    FROM hits
    GROUP BY term_number
),
unwanted AS MATERIALIZED (
    SELECT n.article_id, p.ordinal
    FROM items AS i
    JOIN search_words AS w ON w.word = i.words[1]
    JOIN search_terms AS t ON t.term = w.term
    JOIN search_quote_terms AS p ON p.term_number = t.term_number
    JOIN search_articles AS n ON n.article_number = p.article_number
    WHERE i.is_without AND NOT i.is_phrase
),
sound AS (
    SELECT n.article_id, h.ordinal, sum(r.idf) AS idf, sum(h.tf) AS tf
    FROM hits AS h
    JOIN rarity AS r ON r.term_number = h.term_number
    JOIN search_articles AS n ON n.article_number = h.article_number
    GROUP BY n.article_id, h.ordinal
    HAVING count(*) = (SELECT count(*) FROM wanted)
)
SELECT
    s.idf * s.tf * 2.2 / (s.tf + 1.2 * (0.4 + 0.6 * (1 + length(q.text) - length(replace(q.text, ' ', ''))) / 12)) AS score,
    q.*
FROM sound AS s
JOIN named_quotes AS q ON q.article_id = s.article_id AND q.ordinal = s.ordinal
WHERE NOT EXISTS (FROM unwanted AS u WHERE u.article_id = q.article_id AND u.ordinal = q.ordinal) AND NOT EXISTS (
    SELECT 1
    FROM items AS i
    WHERE i.is_phrase
        AND i.is_without = contains(fold_text(q.text), i.phrase)
)
ORDER BY score DESC, q.published_on DESC NULLS LAST, q.article_id, q.ordinal
