-- Quotes that have every word of a search and none of its -without, phrases checked, with their rank. Grain: one row a quote, no order.
-- The score is BM25 (k 1.2, b 0.6, 12 words a usual length); scare quotes do not count.
CREATE MACRO search_quote_hits(query) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT search_items(query) AS items
),
items AS MATERIALIZED (
    SELECT unnest(items, recursive := true) FROM asked
),
wanted AS MATERIALIZED (
    FROM search_wanted((SELECT items FROM asked))
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
    SELECT p.article_number, p.ordinal
    FROM items AS i
    JOIN search_words AS w ON w.word = i.words[1]
    JOIN search_terms AS t ON t.term = w.term
    JOIN search_quote_terms AS p ON p.term_number = t.term_number
    WHERE i.is_without AND NOT i.is_phrase
),
sound AS MATERIALIZED (
    SELECT n.article_id, h.ordinal, h.idf, h.tf
    FROM (
        SELECT h.article_number, h.ordinal, sum(r.idf) AS idf, sum(h.tf) AS tf
        FROM hits AS h
        JOIN rarity AS r ON r.term_number = h.term_number
        GROUP BY h.article_number, h.ordinal
        HAVING count(*) = (SELECT count(*) FROM wanted)
    ) AS h
    ANTI JOIN unwanted AS u ON u.article_number = h.article_number AND u.ordinal = h.ordinal
    JOIN search_articles AS n ON n.article_number = h.article_number
)
SELECT
    q.quote_id, q.article_id, q.ordinal,
    s.idf * s.tf * 2.2 / (s.tf + 1.2 * (0.4 + 0.6 * (1 + length(q.text) - length(replace(q.text, ' ', ''))) / 12)) AS score
FROM sound AS s
JOIN quotes AS q ON q.article_id = s.article_id AND q.ordinal = s.ordinal
WHERE NOT EXISTS (
    SELECT 1
    FROM items AS i
    WHERE i.is_phrase
        AND i.is_without = contains(fold_text(q.text), i.phrase)
)
