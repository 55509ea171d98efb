-- Quotes that have every word of a search and none of its -without, phrases checked, with their rank. Grain: one row a quote, no order.
CREATE MACRO search_quote_hits(query) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT search_items(query) AS items
),
items AS MATERIALIZED (
    SELECT unnest(items, recursive := true) FROM asked
),
hits AS MATERIALIZED (
    FROM search_quote_word_hits((SELECT items FROM asked))
),
unwanted AS MATERIALIZED (
    SELECT p.article_number, p.ordinal
    FROM search_unwanted((SELECT items FROM asked)) AS u
    JOIN search_quote_terms AS p ON p.term_number = u.term_number
),
misread AS (
    -- A phrase is looked up in the quotes that are left: words that a quote has are no phrase yet.
    SELECT q.article_id, q.ordinal
    FROM hits AS h
    JOIN quotes AS q ON q.article_id = h.article_id AND q.ordinal = h.ordinal
    JOIN items AS i ON i.is_phrase
    WHERE i.is_without = contains(fold_text(q.text), i.phrase)
)
SELECT h.article_id, h.ordinal, h.published_on, h.score
FROM hits AS h
ANTI JOIN unwanted AS u ON u.article_number = h.article_number AND u.ordinal = h.ordinal
ANTI JOIN misread AS m ON m.article_id = h.article_id AND m.ordinal = h.ordinal
