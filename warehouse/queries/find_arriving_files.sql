-- Files of `documents` of the chunks that hold names without labels. Grain: one row a file.
SELECT DISTINCT d.filename
FROM current_documents AS d
SEMI JOIN unlabelled_versions AS u ON u.version = d.version
ORDER BY d.filename
