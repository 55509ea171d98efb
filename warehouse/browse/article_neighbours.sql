-- The other reports of an article's story, and its copies. Grain: one row an article.
WITH this AS MATERIALIZED (SELECT article_id, story_id, copy_of FROM articles WHERE article_id = $article_id),
near AS MATERIALIZED (
    SELECT a.article_id FROM this AS t JOIN articles AS a ON a.story_id = t.story_id
    UNION
    SELECT a.article_id FROM this AS t JOIN articles AS a ON a.copy_of = t.article_id
    UNION
    SELECT copy_of FROM this
)
SELECT
    a.published_on, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, a.title, a.agency,
    coalesce(a.copy_of = t.article_id OR a.article_id = t.copy_of OR a.copy_of = t.copy_of, false) AS is_same_text,
    a.url, a.article_id
FROM near AS n
JOIN articles AS a ON a.article_id = n.article_id
JOIN this AS t ON t.article_id <> a.article_id
ORDER BY is_same_text DESC, a.published_on NULLS LAST, a.published_at NULLS LAST, a.article_id
LIMIT $limit OFFSET $offset
