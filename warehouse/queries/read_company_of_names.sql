-- Names that stand beside the chosen ones; countries are nobody's company. Grain: one row a node.
SELECT p.node, list(DISTINCT c.name)
FROM placed_names AS p
JOIN lake_names AS n ON n.version = p.version AND n.place = p.place
JOIN lake_names AS c ON c.version = p.version AND c.cluster IS NOT NULL AND c.name <> n.name
WHERE p.node IN (FROM chosen_nodes) AND c.name NOT IN (SELECT name FROM assigned_name_keys WHERE is_country)
GROUP BY p.node
