-- A row is a block whose text does not stand at its offsets in the body.
-- Where the blocks of an article, joined by blank lines, are its body, their lengths prove their offsets; only the blocks of
-- other articles are cut out of the body one by one, which takes time with the square of its length.
WITH placed AS (
    SELECT
        article_id,
        ordinal,
        start_char,
        end_char,
        text,
        coalesce(lag(end_char) OVER (PARTITION BY article_id ORDER BY start_char, ordinal) + 2, 0) AS expected_start
    FROM blocks
    WHERE start_char IS NOT NULL
),
joined AS (
    SELECT
        article_id,
        string_agg(text, chr(10) || chr(10) ORDER BY start_char, ordinal) AS body,
        bool_and(start_char = expected_start AND end_char = expected_start + length(text)) AS fits
    FROM placed
    GROUP BY article_id
)
SELECT b.article_id, b.ordinal, b.start_char, b.end_char, b.text
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
LEFT JOIN joined AS j ON j.article_id = b.article_id
WHERE
    (b.start_char IS NULL) <> (b.end_char IS NULL)
    OR b.start_char < 0
    OR (
        b.start_char IS NOT NULL
        AND NOT (j.fits AND j.body = a.body)
        AND substring(a.body, b.start_char + 1, b.end_char - b.start_char) <> b.text
    )
