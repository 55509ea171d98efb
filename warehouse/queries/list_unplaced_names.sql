-- Names whose node is not known: of new and changed articles, and those of a counted spelling that are of another type than before.
-- Grain: one row a name of an article.
CREATE TABLE scratch.main.unplaced_names AS
WITH typed AS MATERIALIZED (
    FROM typed_names
),
labels AS (
    SELECT l.version, l.place, l.type FROM before_name_labels AS l SEMI JOIN typed AS t ON t.version = l.version AND t.place = l.place
)
SELECT n.*
FROM typed AS n
ANTI JOIN labels AS l ON l.version = n.version AND l.place = n.place AND l.type = n.type
