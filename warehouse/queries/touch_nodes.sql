-- Names that an article uses that did not use them so in the snapshot in service, or the other way round. Grain: one row a node.
CREATE TABLE scratch.main.touched_nodes AS
SELECT DISTINCT node FROM touched_names
