-- A row is a quote whose cue does not stand at its offsets in the quote's own part.
-- What lies in one paragraph of the body is looked up there, not in the whole body, which would take time with its square;
-- block_offsets proves the paragraphs.
WITH paragraphs AS (
    SELECT article_id, start_char, end_char, text FROM blocks WHERE start_char IS NOT NULL
)
SELECT q.quote_id, q.article_id, q.part, q.block_ordinal, q.cue_start_char, q.cue_end_char, q.cue
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN blocks AS b ON b.article_id = q.article_id AND b.ordinal = q.block_ordinal
ASOF LEFT JOIN paragraphs AS p ON p.article_id = q.article_id AND p.start_char <= q.cue_start_char
WHERE
    (q.cue_start_char IS NULL) <> (q.cue_end_char IS NULL)
    OR q.cue_start_char < 0
    OR q.cue_start_char >= q.cue_end_char
    OR q.cue_start_char IS NOT NULL AND CASE
        WHEN q.part = 'body' AND q.cue_end_char <= p.end_char THEN substring(p.text, q.cue_start_char - p.start_char + 1, q.cue_end_char - q.cue_start_char)
        WHEN q.part = 'body' THEN substring(a.body, q.cue_start_char + 1, q.cue_end_char - q.cue_start_char)
        WHEN q.part = 'title' THEN substring(a.title, q.cue_start_char + 1, q.cue_end_char - q.cue_start_char)
        WHEN q.part = 'standfirst' THEN substring(a.standfirst, q.cue_start_char + 1, q.cue_end_char - q.cue_start_char)
        WHEN q.part = 'block' THEN substring(b.text, q.cue_start_char + 1, q.cue_end_char - q.cue_start_char)
    END IS DISTINCT FROM q.cue
