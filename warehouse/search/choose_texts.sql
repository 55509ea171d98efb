-- The articles of one chunk that are to be indexed, with their texts by field. Grain: one row an article and field that has a text.
CREATE OR REPLACE TEMP TABLE arriving_texts AS
WITH chunk AS (
    SELECT n.article_number, a.article_id, a.title, a.standfirst, a.body
    FROM search_articles AS n
    JOIN articles AS a ON a.article_id = n.article_id
    WHERE n.article_number >= $first AND n.article_number < $beyond
)
SELECT article_number, 'title' AS field, NULL AS ordinal, title AS text FROM chunk WHERE title IS NOT NULL
UNION ALL
SELECT article_number, 'standfirst', NULL, standfirst FROM chunk WHERE standfirst IS NOT NULL
UNION ALL
SELECT article_number, 'body', NULL, body FROM chunk
UNION ALL
-- Captions, posts and lines about the article that stand beside its body; not what the page says of other articles or of itself.
SELECT c.article_number, 'block', NULL, b.text
FROM chunk AS c
JOIN blocks AS b ON b.article_id = c.article_id
WHERE b.start_char IS NULL AND b.role IN ('caption', 'social', 'contributor')
UNION ALL
SELECT c.article_number, 'quote', q.ordinal, q.text
FROM chunk AS c
JOIN quotes AS q ON q.article_id = c.article_id
WHERE q.kind <> 'scare'
