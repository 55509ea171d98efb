-- What was left out of the bodies, and by which rule. Grain: one row a paragraph that stands in no body.
CREATE VIEW dropped_blocks AS
SELECT
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    b.role,
    b.reason,
    b.text,
    a.title,
    a.source_uri,
    b.article_id,
    b.ordinal
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
WHERE b.start_char IS NULL
ORDER BY a.source_uri, b.article_id, b.ordinal
