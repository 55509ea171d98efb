-- Quotes that a search finds in the articles that its filters leave; without words all of these. Grain: one row a quote.
CREATE OR REPLACE TEMP TABLE found AS
WITH hits AS (
    SELECT article_id, ordinal, score FROM search_quote_hits($words)
    UNION ALL
    SELECT article_id, ordinal, 0.0 FROM quotes WHERE $words = '' AND kind <> 'scare'
)
SELECT h.article_id, h.ordinal, a.published_on, h.score
FROM hits AS h
JOIN allowed AS a ON a.article_id = h.article_id
WHERE $speaker::VARCHAR IS NULL OR (h.article_id, h.ordinal) IN (SELECT (s.article_id, s.ordinal) FROM said AS s)
