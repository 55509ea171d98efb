-- Articles of which a name belongs elsewhere than in the snapshot in service, and those that are new or changed. Grain: one row an article.
CREATE TABLE scratch.main.renamed_articles AS
SELECT p.article_id
FROM placed_names AS p
LEFT JOIN parts_of_names AS s ON s.version = p.version AND s.place = p.place
JOIN entities_of_nodes AS d ON d.node = p.node AND d.part = coalesce(s.part, 0)
WHERE d.entity_id IS DISTINCT FROM p.before_entity_id
UNION
SELECT article_id FROM placed_articles WHERE NOT is_kept
