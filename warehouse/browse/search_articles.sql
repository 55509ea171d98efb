-- Articles that a search finds, best first; without words newest first. Reads what `search_found_articles` has put aside, and rows by where
-- they stand, as `search_quotes` does. Grain: one row an article; `found` is how many there are in all.
WITH best AS MATERIALIZED (
    SELECT * FROM found ORDER BY score DESC, published_on DESC NULLS LAST, article_id LIMIT $limit OFFSET $offset
),
reports AS MATERIALIZED (
    SELECT * EXCLUDE (body) FROM articles WHERE rowid IN (SELECT a.rowid FROM best AS b JOIN articles AS a ON a.article_id = b.article_id)
)
SELECT
    round(b.score, 3) AS score, b.published_on, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, a.title, a.standfirst, a.agency,
    a.language, a.copy_of IS NOT NULL AS is_copy, a.url, a.article_id, a.story_id, (SELECT count(*) FROM found) AS found
FROM best AS b
JOIN reports AS a ON a.article_id = b.article_id
ORDER BY b.score DESC, b.published_on DESC NULLS LAST, b.article_id
