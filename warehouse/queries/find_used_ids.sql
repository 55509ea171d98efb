-- Those of some ids that a group has, or that led or lead to one. Grain: one row an id.
SELECT DISTINCT a.id
FROM asked_ids AS a
WHERE
    a.id IN (SELECT old_id FROM before_redirects WHERE table_name = $table_name)
    OR a.id IN (SELECT id FROM used_ids WHERE table_name = $table_name)
