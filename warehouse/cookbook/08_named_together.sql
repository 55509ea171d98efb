-- Who is named together. Grain: one row a pair.
SELECT entity, other_entity, article_count, outlet_count
FROM co_mentions
LIMIT 50
