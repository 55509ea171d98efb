-- Articles that have every word of a search, with their rank; phrases and -without are not looked at. Grain: one row an article, no order.
-- The score is BM25F (Robertson, Zaragoza, Taylor 2004): counts of title, standfirst, body and block weighed 4, 2, 1 and 1.
CREATE MACRO search_word_hits(items) AS TABLE
WITH wanted AS MATERIALIZED (
    FROM search_wanted(items)
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
)
SELECT
    n.article_number,
    n.article_id,
    n.published_on,
    sum(bm25(r.idf, h.weight, n.word_count, greatest((SELECT avg(word_count) FROM search_articles), 1))) AS score
FROM sound AS s
JOIN hits AS h ON h.article_number = s.article_number
JOIN rarity AS r ON r.term_number = h.term_number
JOIN search_articles AS n ON n.article_number = h.article_number
GROUP BY n.article_number, n.article_id, n.published_on
