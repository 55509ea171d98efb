-- A stretch of an article's text, from its `$first` code point (counted from 1) on. Grain: one row, or none.
SELECT substring(body, $first, $size) AS text FROM articles WHERE article_id = $article_id
