-- Articles that have every word of a search and none of its -without, phrases checked, with their rank. Grain: one row an article, no order.
-- The score is BM25F (Robertson, Zaragoza, Taylor 2004): counts of title, standfirst, body and block weighed 4, 2, 1 and 1, k 1.2, b 0.6.
CREATE MACRO search_hits(query) AS TABLE
WITH items AS MATERIALIZED (
    SELECT unnest(search_items(query), recursive := true)
),
wanted AS MATERIALIZED (
    FROM search_wanted(query)
),
hits AS MATERIALIZED (
    SELECT p.term_number, p.article_number, 4 * p.title_tf::INT + 2 * p.standfirst_tf::INT + p.body_tf::INT + p.block_tf::INT AS weight
    FROM search_article_terms AS p
    WHERE p.term_number IN (SELECT t.term_number FROM search_terms AS t WHERE t.term IN (SELECT term FROM wanted))
),
rarity AS (
    SELECT term_number, ln(1 + ((SELECT count(*) FROM search_articles) - count(*) + 0.5) / (count(*) + 0.5)) AS idf
    FROM hits
    GROUP BY term_number
),
sound AS (
    SELECT article_number
    FROM hits
    GROUP BY article_number
    HAVING count(*) = (SELECT count(*) FROM wanted)
),
unwanted AS MATERIALIZED (
    SELECT p.article_number
    FROM items AS i
    JOIN search_words AS w ON w.word = i.words[1]
    JOIN search_terms AS t ON t.term = w.term
    JOIN search_article_terms AS p ON p.term_number = t.term_number
    WHERE i.is_without AND NOT i.is_phrase
),
misread AS (
    -- A phrase is looked up in the texts of what is left: words that an article has are no phrase yet.
    SELECT s.article_number
    FROM sound AS s
    JOIN search_articles AS n ON n.article_number = s.article_number
    JOIN articles AS a ON a.article_id = n.article_id
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
SELECT
    n.article_id,
    sum(r.idf * h.weight * 2.2 / (h.weight + 1.2 * (0.4 + 0.6 * n.word_count / greatest((SELECT avg(word_count) FROM search_articles), 1)))) AS score
FROM hits AS h
JOIN rarity AS r ON r.term_number = h.term_number
JOIN search_articles AS n ON n.article_number = h.article_number
WHERE
    h.article_number IN (SELECT article_number FROM sound)
    AND h.article_number NOT IN (SELECT article_number FROM unwanted)
    AND h.article_number NOT IN (SELECT article_number FROM misread)
GROUP BY n.article_id
