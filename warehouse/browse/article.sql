-- One article with the story it reports and the article it copies. Grain: one row, or none.
SELECT
    a.* EXCLUDE (body),
    length(a.body) AS body_length,
    coalesce(a.outlet, a.outlet_domain, a.source_uri) AS outlet_shown,
    s.title AS story,
    s.article_count AS story_article_count,
    o.title AS original_title,
    coalesce(o.outlet, o.outlet_domain) AS original_outlet
FROM articles AS a
LEFT JOIN stories AS s ON s.story_id = a.story_id
LEFT JOIN articles AS o ON o.article_id = a.copy_of
WHERE a.article_id = $article_id
