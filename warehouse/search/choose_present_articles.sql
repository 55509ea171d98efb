-- Articles of which it is told anew who is named and quoted: those numbered after $before, and the given ones. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE present_articles AS
SELECT article_number, article_id
FROM search_articles
WHERE article_number > $before OR article_id IN (SELECT article_id FROM _ids)
