-- A row is a mention in the body that lies in no block of it: it crosses from one paragraph into the next.
-- Scope: articles
SELECT m.mention_id, m.article_id, m.start_char, m.end_char, m.text
FROM mentions AS m
WHERE
    m.part = 'body'
    AND NOT EXISTS (
        SELECT 1
        FROM blocks AS b
        WHERE b.article_id = m.article_id AND b.start_char <= m.start_char AND b.end_char >= m.end_char
    )
