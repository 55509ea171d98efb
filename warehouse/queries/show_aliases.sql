-- What an entity is called, with an example each. Grain: one row an alias, the most frequent first.
SELECT alias, mention_count, article_count, outlet, example
FROM alias_examples
WHERE entity_id = $entity_id
ORDER BY mention_count DESC, alias
