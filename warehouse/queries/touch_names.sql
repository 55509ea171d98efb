-- Names that an article uses that did not use them so in the snapshot in service, or the other way round. Grain: one row a node.
CREATE TABLE scratch.main.touched_nodes AS
SELECT node FROM (SELECT version, place, node FROM placed_names EXCEPT FROM before_name_labels)
UNION
SELECT node FROM (FROM before_name_labels EXCEPT SELECT version, place, node FROM placed_names)
