-- Which rows of the lake the touched rows are made of now, and in which file of `documents` they stand. Grain: one row a table and
-- an article that stands.
CREATE TABLE scratch.main.touched_versions AS
SELECT t.table_name, d.version, d.article_id, d.filename
FROM current_documents AS d
JOIN touched_rows AS t USING (article_id)
WHERE d.is_article
