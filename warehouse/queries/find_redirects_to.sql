-- Redirects in force that lead to some ids. Grain: one row an old id.
SELECT b.old_id, b.new_id
FROM before_redirects AS b
JOIN asked_ids AS a ON a.id = b.new_id
WHERE b.table_name = $table_name
ORDER BY b.old_id
