-- Articles that a search finds that has words alone: no phrase, nothing left out. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE found AS
SELECT a.article_id, a.published_on, a.place, h.score
FROM search_word_hits(search_items($words)) AS h
JOIN allowed AS a ON a.article_id = h.article_id
