-- The names in an article. Grain: one row a mention.
SELECT m.part, m.block_ordinal, m.start_char, m.end_char, m.text, m.type, e.name, m.entity_id, m.mention_id
FROM mentions AS m
LEFT JOIN entities AS e ON e.entity_id = m.entity_id
WHERE m.article_id = $article_id
ORDER BY m.part, m.block_ordinal, m.start_char
LIMIT $limit OFFSET $offset
