-- A row is a quote whose cue does not stand at its offsets in the quote's own part.
SELECT q.quote_id, q.article_id, q.part, q.block_ordinal, q.cue_start_char, q.cue_end_char, q.cue
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN blocks AS b ON q.part = 'block' AND b.article_id = q.article_id AND b.ordinal = q.block_ordinal
WHERE
    (q.cue_start_char IS NULL) <> (q.cue_end_char IS NULL)
    OR (
        q.cue_start_char IS NOT NULL
        AND (
            q.cue_start_char < 0
            OR substring(
                CASE q.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst WHEN 'body' THEN a.body ELSE b.text END,
                q.cue_start_char + 1,
                q.cue_end_char - q.cue_start_char
            ) IS DISTINCT FROM q.cue
        )
    )
