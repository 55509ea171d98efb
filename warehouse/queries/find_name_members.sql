-- Names of the touched components, and the touched ones. Grain: one row a node that an article uses.
SELECT node, node AS key
FROM fresh_node_links
UNION ALL
SELECT node, component
FROM before_node_labels
WHERE component IN (FROM touched_keys) AND node NOT IN (FROM touched_nodes)
ORDER BY node
