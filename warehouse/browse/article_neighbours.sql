-- The other reports of an article's story, and its copies. Grain: one row an article.
WITH this AS (SELECT article_id, story_id, copy_of FROM articles WHERE article_id = $article_id)
SELECT
    a.published_on, coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet, a.title, a.agency,
    coalesce(a.copy_of = t.article_id OR a.article_id = t.copy_of OR a.copy_of = t.copy_of, false) AS is_same_text,
    a.url, a.article_id
FROM articles AS a
JOIN this AS t ON a.article_id <> t.article_id AND (a.story_id = t.story_id OR a.copy_of = t.article_id OR a.article_id = t.copy_of)
ORDER BY is_same_text DESC, a.published_on NULLS LAST, a.published_at NULLS LAST, a.article_id
LIMIT $limit OFFSET $offset
