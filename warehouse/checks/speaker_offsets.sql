-- A row is a quote whose speaker does not stand at its offsets in the quote's own part.
SELECT q.quote_id, q.article_id, q.part, q.block_ordinal, q.speaker_start_char, q.speaker_end_char, q.speaker
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
LEFT JOIN blocks AS b ON q.part = 'block' AND b.article_id = q.article_id AND b.ordinal = q.block_ordinal
WHERE
    (q.speaker_start_char IS NULL) <> (q.speaker_end_char IS NULL)
    OR (
        q.speaker_start_char IS NOT NULL
        AND (
            q.speaker_start_char < 0
            OR substring(
                CASE q.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst WHEN 'body' THEN a.body ELSE b.text END,
                q.speaker_start_char + 1,
                q.speaker_end_char - q.speaker_start_char
            ) IS DISTINCT FROM q.speaker
        )
    )
