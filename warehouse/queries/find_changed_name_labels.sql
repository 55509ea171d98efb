-- Rows of the lake whose `name_labels` may be others than in the snapshot in service. Grain: one row a row of the lake.
SELECT version AS key FROM names_placed_anew
UNION
SELECT version FROM left_versions
UNION
SELECT p.version FROM placed_articles AS p SEMI JOIN renamed_articles AS r ON r.article_id = p.article_id
