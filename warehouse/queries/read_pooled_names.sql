-- The ways in which documents use the chosen names, those of one name together, the earliest first. Grain: one row a node and way.
SELECT
    node, type, outlet, times, earliest.key, earliest.article_id, earliest.published_on, name, forms, counts, role, owner, sport, signs
FROM pooled_names
WHERE node IN (FROM chosen_nodes)
ORDER BY node, earliest
