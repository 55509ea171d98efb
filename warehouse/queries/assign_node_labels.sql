-- Component of each name, and what links it: of touched components as found now. Grain: one row a node that an article uses.
CREATE TABLE scratch.main.assigned_node_labels AS
FROM labels_of_nodes
UNION ALL
SELECT b.*
FROM before_node_labels AS b
WHERE b.node NOT IN (FROM touched_nodes) AND b.node NOT IN (SELECT node FROM labels_of_nodes)
