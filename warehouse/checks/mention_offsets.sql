-- A row is a mention whose text does not stand at its offsets in the part that it names.
SELECT m.mention_id, m.article_id, m.part, m.block_ordinal, m.start_char, m.end_char, m.text
FROM mentions AS m
JOIN articles AS a ON a.article_id = m.article_id
LEFT JOIN blocks AS b ON m.part = 'block' AND b.article_id = m.article_id AND b.ordinal = m.block_ordinal
WHERE
    m.start_char < 0
    OR (m.part = 'block') <> (m.block_ordinal IS NOT NULL)
    OR substring(
        CASE m.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst WHEN 'body' THEN a.body ELSE b.text END,
        m.start_char + 1,
        m.end_char - m.start_char
    ) IS DISTINCT FROM m.text
