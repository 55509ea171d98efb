-- A row is a quote whose speaker does not stand at its offsets in the quote's own part.
-- What stands right in a paragraph of the body is proven there (block_offsets proves the paragraphs): to cut everything out of
-- the whole body would take time with the square of its length.
-- Scope: articles
WITH proven AS (
    SELECT q.quote_id
    FROM quotes AS q
    JOIN blocks AS p ON p.article_id = q.article_id AND p.start_char <= q.speaker_start_char AND p.end_char >= q.speaker_end_char
    WHERE
        q.part = 'body'
        AND q.speaker_start_char < q.speaker_end_char
        AND substring(p.text, q.speaker_start_char - p.start_char + 1, q.speaker_end_char - q.speaker_start_char) = q.speaker
),
unproven AS MATERIALIZED (
    SELECT q.*
    FROM quotes AS q
    ANTI JOIN proven ON proven.quote_id = q.quote_id
    WHERE q.speaker_start_char IS NOT NULL OR q.speaker_end_char IS NOT NULL
)
SELECT q.quote_id, q.article_id, q.part, q.block_ordinal, q.speaker_start_char, q.speaker_end_char, q.speaker
FROM unproven AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN blocks AS b ON b.article_id = q.article_id AND b.ordinal = q.block_ordinal
WHERE
    (q.speaker_start_char IS NULL) <> (q.speaker_end_char IS NULL)
    OR q.speaker_start_char < 0
    OR q.speaker_start_char >= q.speaker_end_char
    OR substring(
        CASE q.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst WHEN 'body' THEN a.body WHEN 'block' THEN b.text END,
        q.speaker_start_char + 1,
        q.speaker_end_char - q.speaker_start_char
    ) IS DISTINCT FROM q.speaker
