-- Articles to be indexed: those that are named, and those that search does not know. Grain: one row an article.
CREATE OR REPLACE TEMP TABLE arriving_ids AS
SELECT article_id FROM _ids
UNION
SELECT article_id FROM articles WHERE article_id NOT IN (SELECT article_id FROM search_articles)
