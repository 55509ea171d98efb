-- Names whose node is not known: of new and changed articles, and those of a counted spelling that are of another type than before.
-- Grain: one row a name of an article.
CREATE TABLE scratch.main.unplaced_names AS
WITH counted AS (
    SELECT * FROM typed_names WHERE spelling IN (FROM counted_spellings) AND version NOT IN (FROM unlabelled_versions)
)
SELECT * FROM typed_names WHERE version IN (FROM unlabelled_versions)
UNION ALL
SELECT n.*
FROM before_name_labels AS l
JOIN counted AS n ON n.version = l.version AND n.place = l.place
WHERE n.type <> l.type
