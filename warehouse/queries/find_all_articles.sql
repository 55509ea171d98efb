-- Every article, for tables that are made from nothing. Grain: one row an article.
CREATE TABLE scratch.main.touched_articles AS
SELECT article_id FROM current_documents WHERE is_article
