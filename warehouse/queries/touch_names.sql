-- Uses of names by articles that were not such in the snapshot in service, or are so no more. Grain: one row a row of the lake and node.
CREATE TABLE scratch.main.touched_names AS
SELECT version, node FROM (SELECT version, place, node FROM placed_names EXCEPT SELECT version, place, node FROM before_name_labels)
UNION
SELECT version, node FROM (SELECT version, place, node FROM before_name_labels EXCEPT SELECT version, place, node FROM placed_names)
