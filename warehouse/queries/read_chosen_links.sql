-- Keys of the chosen names, whether they are touched, and the first name of what they were one with and how many that were. Grain: one row a node.
SELECT node, asks, offers, true AS is_touched, NULL AS host, NULL AS size FROM fresh_node_links WHERE node IN (FROM chosen_nodes)
UNION ALL
SELECT node, asks, offers, false, host, size FROM before_node_labels WHERE node IN (FROM chosen_nodes) AND node NOT IN (FROM touched_nodes)
