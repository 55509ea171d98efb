-- Node and type of each name of an article. Grain: one row a name of an article.
CREATE VIEW scratch.main.assigned_name_labels AS
SELECT version, place, node, type
FROM placed_names
