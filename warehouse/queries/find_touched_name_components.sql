-- Components that have lost a name, or whose name is used otherwise now. Grain: one row a component.
SELECT DISTINCT b.component
FROM before_node_labels AS b
JOIN touched_nodes AS t ON t.node = b.node
