-- The texts of the articles that `search_articles` lists for $limit = $count and the same $offset, for snippets. By the places of their rows: to look
-- for ids unpacks more of the file. Grain: one row an article.
SELECT article_id, body
FROM articles
WHERE rowid IN (SELECT place FROM found ORDER BY score DESC, published_on DESC NULLS LAST, article_id LIMIT $count OFFSET $offset)
