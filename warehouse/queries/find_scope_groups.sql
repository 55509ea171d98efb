-- What the checks of a patch see when they look at groups: those touched, and those that ids of these lead to.
-- Grain: one row a group.
SELECT table_name, id FROM touched_groups
UNION
SELECT r.table_name, r.new_id
FROM warehouse.main.redirects AS r
JOIN touched_groups AS t ON t.table_name = r.table_name AND t.id IN (r.old_id, r.new_id)
