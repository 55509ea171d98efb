-- Articles that a search finds among those that its filters leave; without words all of these. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE found AS
SELECT h.article_id, h.published_on, h.score
FROM search_hits($words) AS h
JOIN allowed AS a ON a.article_id = h.article_id
UNION ALL
SELECT article_id, published_on, 0.0 FROM allowed WHERE $words = ''
