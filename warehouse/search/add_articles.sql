-- Numbers the articles to be indexed, on from the highest number, and counts the words that ranking measures by. Grain: one row an article.
-- Numbered as a list, not in a window over all rows: few rows in such a window may end in an internal error of DuckDB (its issue 25713).
INSERT INTO search_articles
SELECT
    (SELECT coalesce(max(article_number), 0) FROM search_articles) + generate_subscripts(arriving, 1), unnest(arriving, recursive := true)
FROM (
    SELECT list(
            {
                'article_id': a.article_id, 'published_on': a.published_on, 'outlet': coalesce(a.outlet, a.outlet_domain),
                'word_count': a.word_count
            }
            ORDER BY a.published_on NULLS LAST, a.article_id
        ) AS arriving
    FROM arriving_ids AS i
    JOIN articles AS a ON a.article_id = i.article_id
)
