-- Uses of names by articles that were not such in the snapshot in service, or are so no more. Grain: one row a row of the lake and node.
CREATE TABLE scratch.main.touched_names AS
WITH now AS (
    SELECT version, place, node FROM names_placed_anew
),
before AS (
    SELECT l.version, l.place, l.node FROM before_name_labels AS l SEMI JOIN left_versions AS v ON v.version = l.version
    UNION ALL
    SELECT l.version, l.place, l.node
    FROM before_name_labels AS l
    SEMI JOIN names_placed_anew AS n ON n.version = l.version AND n.place = l.place
)
SELECT version, node FROM (FROM now EXCEPT FROM before)
UNION
SELECT version, node FROM (FROM before EXCEPT FROM now)
