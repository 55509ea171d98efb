-- The paragraphs of an article's page in their order, kept and left out. Grain: one row a block.
SELECT ordinal, role, text, start_char, end_char, reason
FROM blocks
WHERE article_id = $article_id
ORDER BY ordinal
LIMIT $limit OFFSET $offset
