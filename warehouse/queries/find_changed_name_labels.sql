-- Rows of the lake whose `name_labels` are others than in the snapshot in service. Grain: one row a row of the lake.
SELECT DISTINCT version AS key FROM touched_names
