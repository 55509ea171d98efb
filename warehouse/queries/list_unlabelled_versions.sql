-- Rows of the lake whose names have no labels: those of new and changed articles, and with $all of every article. Grain: one row a row
-- of the lake.
CREATE OR REPLACE TABLE scratch.main.unlabelled_versions AS
SELECT version FROM placed_articles WHERE $all OR NOT is_kept
