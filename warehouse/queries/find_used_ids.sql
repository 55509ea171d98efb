-- Those of some ids that a group has, or that led or lead to one. Grain: one row an id.
SELECT r.old_id AS id FROM before_redirects AS r SEMI JOIN asked_ids AS a ON a.id = r.old_id WHERE r.table_name = $table_name
UNION
SELECT u.id FROM used_ids AS u SEMI JOIN asked_ids AS a ON a.id = u.id WHERE u.table_name = $table_name
