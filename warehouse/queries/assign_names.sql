-- Entity of each name of an article. Grain: one row a name that belongs to an entity.
CREATE VIEW scratch.main.assigned_names AS
SELECT article_id, cluster, stands_for, entity_id
FROM assigned_name_labels
WHERE entity_id IS NOT NULL
