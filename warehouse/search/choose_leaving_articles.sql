-- Numbers of articles whose rows are to go: those to be indexed anew, and those that are in no table any more. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE leaving_articles AS
SELECT article_number
FROM search_articles
WHERE article_id IN (SELECT article_id FROM arriving_ids) OR article_id NOT IN (SELECT article_id FROM articles)
