-- Keys by which touched names and others meet, where one of them asks by it. Grain: one row a key and a component; a touched name is
-- one of its own.
WITH keys AS (
    SELECT node AS component, asks, offers, true AS is_touched FROM fresh_node_links
    UNION ALL
    SELECT component, asks, offers, false FROM before_node_labels WHERE node NOT IN (FROM touched_nodes)
),
met AS (
    SELECT component, unnest(asks) AS key, true AS is_asking, is_touched FROM keys
    UNION ALL
    SELECT component, unnest(offers), false, is_touched FROM keys
)
SELECT key, list(DISTINCT component) AS components
FROM met
GROUP BY key
HAVING bool_or(is_touched) AND bool_or(is_asking) AND min(component) < max(component)
