-- Touched names that an article uses. Grain: one row a node.
SELECT DISTINCT p.node
FROM placed_names AS p
SEMI JOIN touched_nodes AS t ON t.node = p.node
ORDER BY p.node
