-- Names whose node is not known: of new and changed articles, or of another type than before. Grain: one row a name of an article.
CREATE TABLE scratch.main.unplaced_names AS
SELECT n.*
FROM typed_names AS n
ANTI JOIN before_name_labels AS l ON l.version = n.version AND l.place = n.place AND l.type = n.type
