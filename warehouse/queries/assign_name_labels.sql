-- Node, type and entity of each name of an article: as decided now, or as before. Grain: one row a name of an article.
CREATE VIEW scratch.main.assigned_name_labels AS
SELECT
    p.version, p.place, p.article_id, p.published_on, p.cluster, p.stands_for, p.node, p.type,
    CASE WHEN d.node IS NOT NULL THEN d.entity_id ELSE p.before_entity_id END AS entity_id
FROM placed_names AS p
LEFT JOIN parts_of_names AS s ON s.version = p.version AND s.place = p.place
LEFT JOIN entities_of_nodes AS d ON d.node = p.node AND d.part = coalesce(s.part, 0)
