-- Each use of the chosen names with the names beside it. Grain: one row a name of an article, the earliest first.
SELECT
    p.node, p.version, p.place, p.before_entity_id, p.type,
    p.article_id || ':' || coalesce(p.cluster::VARCHAR, 'stands_for:' || p.stands_for) AS key,
    p.article_id, p.published_on, n.name, n.forms, n.counts, n.role, n.owner, n.sport, n.signs,
    (
        SELECT list(DISTINCT c.name ORDER BY c.name)
        FROM lake_names AS c
        WHERE c.version = p.version AND c.cluster IS NOT NULL AND c.name <> n.name
    ) AS companions
FROM placed_names AS p
JOIN lake_names AS n ON n.version = p.version AND n.place = p.place
WHERE p.node IN (FROM chosen_nodes)
ORDER BY p.published_on NULLS LAST, p.article_id, key
