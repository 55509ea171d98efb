-- A row is a mention whose text does not stand at its offsets in the part that it names.
-- What lies in one paragraph of the body is looked up there, not in the whole body, which would take time with its square;
-- block_offsets proves the paragraphs.
WITH paragraphs AS (
    SELECT article_id, start_char, end_char, text FROM blocks WHERE start_char IS NOT NULL
)
SELECT m.mention_id, m.article_id, m.part, m.block_ordinal, m.start_char, m.end_char, m.text
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
LEFT JOIN blocks AS b ON b.article_id = m.article_id AND b.ordinal = m.block_ordinal
ASOF LEFT JOIN paragraphs AS p ON p.article_id = m.article_id AND p.start_char <= m.start_char
WHERE
    m.start_char < 0
    OR m.start_char >= m.end_char
    OR (m.part = 'block') <> (m.block_ordinal IS NOT NULL)
    OR CASE
        WHEN m.part = 'body' AND m.end_char <= p.end_char THEN substring(p.text, m.start_char - p.start_char + 1, m.end_char - m.start_char)
        WHEN m.part = 'body' THEN substring(a.body, m.start_char + 1, m.end_char - m.start_char)
        WHEN m.part = 'title' THEN substring(a.title, m.start_char + 1, m.end_char - m.start_char)
        WHEN m.part = 'standfirst' THEN substring(a.standfirst, m.start_char + 1, m.end_char - m.start_char)
        WHEN m.part = 'block' THEN substring(b.text, m.start_char + 1, m.end_char - m.start_char)
    END IS DISTINCT FROM m.text
