-- Quotes that a search finds in the articles that its filters leave; without words all of these. Grain: one row a quote.
CREATE OR REPLACE TEMP TABLE found AS
WITH hits AS (
    SELECT quote_id, article_id, score FROM search_quote_hits($words)
    UNION ALL
    SELECT quote_id, article_id, 0.0 FROM quotes WHERE $words = '' AND kind <> 'scare'
)
SELECT h.quote_id, h.article_id, a.published_on, h.score
FROM hits AS h
JOIN allowed AS a ON a.article_id = h.article_id
WHERE $speaker::VARCHAR IS NULL OR h.quote_id IN (SELECT s.quote_id FROM said AS s)
