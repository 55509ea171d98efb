-- Articles whose rows of `names` may be others than in the snapshot in service. Grain: one row an article.
SELECT article_id AS key FROM renamed_articles
