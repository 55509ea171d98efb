-- Component of each name, and what links it: of touched components as found now. Grain: one row a node that an article uses.
CREATE VIEW scratch.main.assigned_node_labels AS
FROM labels_of_nodes
UNION ALL
SELECT b.*
FROM before_node_labels AS b
ANTI JOIN touched_nodes AS t ON t.node = b.node
ANTI JOIN labels_of_nodes AS l ON l.node = b.node
