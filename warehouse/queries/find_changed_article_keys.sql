-- Articles whose heaviest terms may be others than in the snapshot in service. Grain: one row an article.
SELECT article_id AS key FROM fresh_article_keys
UNION
SELECT b.article_id FROM before_article_keys AS b SEMI JOIN left_versions AS v ON v.version = b.version
