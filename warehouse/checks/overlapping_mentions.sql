-- A row is a mention that starts before the one in front of it in the same text ends.
-- Scope: articles
WITH neighbours AS (
    SELECT
        *,
        lag(end_char) OVER (PARTITION BY article_id, part, block_ordinal ORDER BY start_char, end_char) AS previous_end
    FROM mentions
)
SELECT mention_id, article_id, part, block_ordinal, start_char, end_char, text
FROM neighbours
WHERE start_char < previous_end
