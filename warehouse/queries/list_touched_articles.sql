-- Articles of which any published row changes. Grain: one row an article.
CREATE TABLE scratch.main.touched_articles AS
SELECT DISTINCT article_id FROM touched_rows
