-- Numbers the articles to be indexed, on from the highest number, and counts the words that ranking measures by. Grain: one row an article.
INSERT INTO search_articles
SELECT
    (SELECT coalesce(max(article_number), 0) FROM search_articles)
    + row_number() OVER (ORDER BY a.published_on NULLS LAST, a.article_id),
    a.article_id,
    a.word_count
FROM arriving_ids AS i
JOIN articles AS a ON a.article_id = i.article_id
