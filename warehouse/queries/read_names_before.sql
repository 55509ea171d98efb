-- Entities of names in the snapshot in service. Grain: one row a name of an article.
SELECT article_id, cluster, stands_for, entity_id
FROM before_names
