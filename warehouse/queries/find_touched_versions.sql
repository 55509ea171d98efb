-- Which rows of the lake the touched articles are made of now, and in which file of `documents` they stand. Grain: one row an
-- article that stands.
CREATE OR REPLACE TABLE scratch.main.touched_versions AS
SELECT d.version, d.article_id, d.filename
FROM current_documents AS d
JOIN touched_articles AS t USING (article_id)
WHERE d.is_article
