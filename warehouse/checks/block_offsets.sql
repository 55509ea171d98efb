-- A row is a block whose text does not stand at its offsets in the body.
-- Where the body, cut at its blank lines, gives the blocks in their order, their lengths prove their offsets. Only the blocks
-- of other articles are cut out of the body one by one, which takes time with the square of its length.
-- Scope: articles
WITH pieces AS (
    SELECT
        article_id,
        unnest(string_split(body, chr(10) || chr(10))) AS text,
        unnest(range(1, 1 + len(string_split(body, chr(10) || chr(10))))) AS number
    FROM articles
),
placed AS (
    SELECT
        article_id,
        start_char,
        end_char,
        text,
        row_number() OVER in_order AS number,
        coalesce(lag(end_char) OVER in_order + 2, 0) AS expected_start
    FROM blocks
    WHERE start_char IS NOT NULL
    WINDOW in_order AS (PARTITION BY article_id ORDER BY start_char, ordinal)
),
proven AS (
    SELECT article_id
    FROM pieces
    FULL JOIN placed USING (article_id, number)
    GROUP BY article_id
    HAVING bool_and(coalesce(
        placed.text = pieces.text
        AND placed.start_char = placed.expected_start
        AND placed.end_char = placed.start_char + length(placed.text),
        false
    ))
)
SELECT b.article_id, b.ordinal, b.start_char, b.end_char, b.text
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
WHERE
    (b.start_char IS NULL) <> (b.end_char IS NULL)
    OR b.start_char < 0
    OR (
        b.start_char IS NOT NULL
        AND b.article_id NOT IN (SELECT article_id FROM proven)
        AND substring(a.body, b.start_char + 1, b.end_char - b.start_char) <> b.text
    )
