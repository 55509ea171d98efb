-- The names in an article. Grain: one row a mention.
WITH shown AS MATERIALIZED (
    SELECT part, block_ordinal, start_char, end_char, text, type, entity_id, mention_id
    FROM mentions
    WHERE article_id = $article_id
    ORDER BY part, block_ordinal, start_char
    LIMIT $limit OFFSET $offset
)
SELECT m.* EXCLUDE (entity_id, mention_id), e.name, m.entity_id, m.mention_id
FROM shown AS m
LEFT JOIN (SELECT entity_id, name FROM entities WHERE entity_id IN (SELECT entity_id FROM shown)) AS e ON e.entity_id = m.entity_id
ORDER BY m.part, m.block_ordinal, m.start_char
