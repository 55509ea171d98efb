-- The names that have no labels. Grain: one row a name of an article.
CREATE VIEW scratch.main.arriving_names AS
SELECT n.*
FROM lake_names_of_arriving AS n
SEMI JOIN unlabelled_versions AS u ON u.version = n.version
