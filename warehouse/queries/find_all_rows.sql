-- Every article with each table, for tables that are made from nothing. Grain: one row a table and an article.
CREATE TABLE scratch.main.touched_rows AS
SELECT unnest(['articles', 'blocks', 'mentions', 'quotes']) AS table_name, article_id FROM current_documents WHERE is_article
