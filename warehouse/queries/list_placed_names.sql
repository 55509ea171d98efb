-- Every name of an article with its node, and the entity it had in the snapshot in service: as labelled, or placed anew. Grain: one row
-- a name of an article.
CREATE VIEW scratch.main.placed_names AS
SELECT
    l.version, l.place, l.article_id, l.published_on, l.cluster, l.stands_for, l.type, l.node, l.entity_id AS before_entity_id
FROM before_name_labels AS l
ANTI JOIN left_versions AS v ON v.version = l.version
ANTI JOIN names_placed_anew AS n ON n.version = l.version AND n.place = l.place
UNION ALL
FROM names_placed_anew
