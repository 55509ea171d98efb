-- Who was named for the first time from $since to $until. Grain: one row an entity, the most articles first.
SELECT name, type, description, article_count, outlet_count, first_seen, entity_id
FROM entities
WHERE ($since::DATE IS NULL OR first_seen >= $since::DATE) AND ($until::DATE IS NULL OR first_seen <= $until::DATE)
ORDER BY article_count DESC, mention_count DESC, entity_id
LIMIT $limit OFFSET $offset
