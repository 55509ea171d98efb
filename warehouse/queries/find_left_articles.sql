-- An article of before that stands no more. Grain: one row, if there is one.
SELECT b.article_id
FROM before_article_labels AS b
ANTI JOIN placed_articles AS p ON p.article_id = b.article_id
LIMIT 1
