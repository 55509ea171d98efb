-- A row is a mention whose text does not stand at its offsets in the part that it names.
-- What stands right in a paragraph of the body is proven there (block_offsets proves the paragraphs): to cut everything out of
-- the whole body would take time with the square of its length.
-- Scope: articles
WITH proven AS (
    SELECT m.mention_id
    FROM mentions AS m
    JOIN blocks AS p ON p.article_id = m.article_id AND p.start_char <= m.start_char AND p.end_char >= m.end_char
    WHERE
        m.part = 'body'
        AND m.block_ordinal IS NULL
        AND m.start_char < m.end_char
        AND substring(p.text, m.start_char - p.start_char + 1, m.end_char - m.start_char) = m.text
),
unproven AS MATERIALIZED (
    SELECT m.*
    FROM mentions AS m
    ANTI JOIN proven ON proven.mention_id = m.mention_id
)
SELECT m.mention_id, m.article_id, m.part, m.block_ordinal, m.start_char, m.end_char, m.text
FROM unproven AS m
JOIN articles AS a ON a.article_id = m.article_id
LEFT JOIN blocks AS b ON b.article_id = m.article_id AND b.ordinal = m.block_ordinal
WHERE
    (m.part = 'block') <> (m.block_ordinal IS NOT NULL)
    OR m.start_char < 0
    OR m.start_char >= m.end_char
    OR substring(
        CASE m.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst WHEN 'body' THEN a.body WHEN 'block' THEN b.text END,
        m.start_char + 1,
        m.end_char - m.start_char
    ) IS DISTINCT FROM m.text
