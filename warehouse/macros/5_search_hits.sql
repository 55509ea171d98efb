-- Articles that have every word of a search and none of its -without, phrases checked, with their rank. Grain: one row an article, no order.
CREATE MACRO search_hits(query) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT search_items(query) AS items
),
items AS MATERIALIZED (
    SELECT unnest(items, recursive := true) FROM asked
),
hits AS MATERIALIZED (
    FROM search_word_hits((SELECT items FROM asked))
),
unwanted AS MATERIALIZED (
    SELECT p.article_number
    FROM search_unwanted((SELECT items FROM asked)) AS u
    JOIN search_article_terms AS p ON p.term_number = u.term_number
),
misread AS (
    -- A phrase is looked up in the texts of what is left: words that an article has are no phrase yet.
    SELECT a.article_id
    FROM hits AS h
    JOIN articles AS a ON a.article_id = h.article_id
    JOIN items AS i ON i.is_phrase
    WHERE i.is_without = (
        contains(fold_text(concat_ws(chr(10), a.title, a.standfirst, a.body)), i.phrase)
        OR EXISTS (
            SELECT 1
            FROM blocks AS b
            WHERE b.article_id = a.article_id AND b.start_char IS NULL AND b.role IN ('caption', 'social', 'contributor')
                AND contains(fold_text(b.text), i.phrase)
        )
    )
)
SELECT article_id, published_on, score
FROM hits
WHERE article_number NOT IN (SELECT article_number FROM unwanted) AND article_id NOT IN (SELECT article_id FROM misread)
