-- One statement as the outlets word it
-- Grain: one row an outlet's wording of the utterance that most outlets word differently. Only what stands in quotation marks:
-- the sentence that reports it would stand beside it again.
WITH quoted AS (
    SELECT * FROM wordings WHERE kind IN ('direct', 'mixed')
),
chosen AS (
    SELECT utterance_id
    FROM quoted
    WHERE NOT is_in_copy
    GROUP BY utterance_id
    HAVING count(DISTINCT text) > 1
    ORDER BY count(DISTINCT outlet) DESC, count(DISTINCT text) DESC, max(length(text)) DESC, utterance_id
    LIMIT 1
)
SELECT coalesce(outlet, source_uri) AS outlet, published_on AS day, speaker, text AS wording
FROM quoted
WHERE utterance_id IN (FROM chosen)
ORDER BY day NULLS LAST, 1, article_id, wording
