-- The ways in which documents use the chosen names, with the earliest that does so and how many do. Grain: one row a node and way;
-- of an organization that is its outlet's own, outlet is whose.
INSERT INTO scratch.main.pooled_names
SELECT
    p.node, p.type, n.name, n.forms, n.counts, n.role, n.owner, n.sport, n.signs,
    any_value(n.outlet) AS outlet,
    count(*) AS times,
    min({
        'is_undated': p.published_on IS NULL,
        'published_on': p.published_on,
        'article_id': p.article_id,
        'key': p.article_id || ':' || coalesce(p.cluster::VARCHAR, 'stands_for:' || p.stands_for)
    }) AS earliest
FROM placed_names AS p
JOIN lake_names AS n ON n.version = p.version AND n.place = p.place
WHERE p.node IN (FROM chosen_nodes)
GROUP BY p.node, p.type, n.name, n.forms, n.counts, n.role, n.owner, n.sport, n.signs
