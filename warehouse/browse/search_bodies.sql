-- The texts of the articles that `search_articles` lists for $limit = $count and the same $offset, for snippets. Put together of paragraphs:
-- to read a whole body unpacks two thousand. Grain: one row an article.
SELECT article_id, string_agg(text, ' ' ORDER BY ordinal) AS body
FROM blocks
WHERE
    start_char IS NOT NULL
    AND article_id IN (SELECT article_id FROM found ORDER BY score DESC, published_on DESC NULLS LAST, article_id LIMIT $count OFFSET $offset)
GROUP BY article_id
