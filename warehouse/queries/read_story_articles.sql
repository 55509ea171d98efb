-- Articles for the grouping into copies and stories. Grain: one row an article.
SELECT a.article_id, a.published_on, a.title, a.standfirst, a.body
FROM lake_articles AS a
JOIN current_documents AS d ON d.version = a.version AND d.is_article
ORDER BY a.published_on NULLS LAST, a.article_id
