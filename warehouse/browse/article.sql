-- One article with the story it reports and the article it copies. Grain: one row, or none.
WITH this AS MATERIALIZED (SELECT * FROM articles WHERE article_id = $article_id)
SELECT
    a.* EXCLUDE (body),
    length(a.body) AS body_length,
    coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet_shown,
    s.title AS story,
    s.article_count AS story_article_count,
    o.title AS original_title,
    coalesce(o.outlet, o.outlet_domain) AS original_outlet
FROM this AS a
LEFT JOIN (SELECT s.* FROM this AS t JOIN stories AS s ON s.story_id = t.story_id) AS s ON s.story_id = a.story_id
LEFT JOIN (SELECT o.* FROM this AS t JOIN articles AS o ON o.article_id = t.copy_of) AS o ON o.article_id = a.copy_of
