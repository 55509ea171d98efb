-- Removes the keys of names that no article has any more. Grain: one row a type, name, owner and sport.
DELETE FROM scratch.main.assigned_name_keys WHERE name NOT IN (SELECT name FROM current_names)
