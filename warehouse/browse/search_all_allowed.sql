-- All articles, where a search filters nothing. Grain: one row an article.
CREATE OR REPLACE TEMP VIEW allowed AS
SELECT article_id, published_on, rowid AS place FROM articles
