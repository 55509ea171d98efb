-- Ids that were published and lead elsewhere now. Grain: one row an old id of a table.
INSERT INTO redirects BY NAME
SELECT *
FROM assigned_redirects
ORDER BY table_name, old_id
