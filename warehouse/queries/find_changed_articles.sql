-- Articles whose rows of `articles` and `article_labels` may be others than in the snapshot in service. Grain: one row an article.
SELECT article_id AS key FROM decided_copies
UNION
SELECT article_id FROM stories_of_articles
UNION
SELECT article_id FROM placed_articles WHERE NOT is_kept
UNION
SELECT b.article_id FROM before_articles AS b ANTI JOIN placed_articles AS p ON p.article_id = b.article_id
