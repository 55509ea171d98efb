-- What an entity is called, with an example of each spelling. Grain: one row an alias, the most frequent first.
SELECT alias, mention_count, article_count, example, outlet, published_on, article_id
FROM alias_examples
WHERE entity_id = $entity_id
ORDER BY mention_count DESC, alias
LIMIT $limit OFFSET $offset
