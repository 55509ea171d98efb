-- Names whose `node_labels` may be others than in the snapshot in service. Grain: one row a node.
SELECT node AS key FROM labels_of_nodes
UNION
SELECT node FROM touched_nodes
