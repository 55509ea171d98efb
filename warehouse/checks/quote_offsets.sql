-- A row is a quote whose text does not stand at its offsets in the part that it names.
-- What stands right in a paragraph of the body is proven there (block_offsets proves the paragraphs): to cut everything out of
-- the whole body would take time with the square of its length.
-- Scope: articles
WITH proven AS (
    SELECT q.quote_id
    FROM quotes AS q
    JOIN blocks AS p ON p.article_id = q.article_id AND p.start_char <= q.start_char AND p.end_char >= q.end_char
    WHERE
        q.part = 'body'
        AND q.block_ordinal IS NULL
        AND q.start_char < q.end_char
        AND substring(p.text, q.start_char - p.start_char + 1, q.end_char - q.start_char) = q.text
),
unproven AS MATERIALIZED (
    SELECT q.*
    FROM quotes AS q
    ANTI JOIN proven ON proven.quote_id = q.quote_id
)
SELECT q.quote_id, q.article_id, q.part, q.block_ordinal, q.start_char, q.end_char, q.text
FROM unproven AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN blocks AS b ON b.article_id = q.article_id AND b.ordinal = q.block_ordinal
WHERE
    (q.part = 'block') <> (q.block_ordinal IS NOT NULL)
    OR q.start_char < 0
    OR q.start_char >= q.end_char
    OR substring(
        CASE q.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst WHEN 'body' THEN a.body WHEN 'block' THEN b.text END,
        q.start_char + 1,
        q.end_char - q.start_char
    ) IS DISTINCT FROM q.text
