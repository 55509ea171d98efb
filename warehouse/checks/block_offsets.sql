-- A row is a block whose text does not stand at its offsets in the body.
SELECT b.article_id, b.ordinal, b.start_char, b.end_char, b.text
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
WHERE
    (b.start_char IS NULL) <> (b.end_char IS NULL)
    OR (
        b.start_char IS NOT NULL
        AND (b.start_char < 0 OR substring(a.body, b.start_char + 1, b.end_char - b.start_char) <> b.text)
    )
