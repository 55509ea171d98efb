-- What an outlet repeats from article to article, to write rules from: boilerplate that a body still holds shows here with
-- the role body. Copies of another article do not count. Grain: one row an outlet and a text that at least two of its
-- articles have.
CREATE VIEW repeated_blocks AS
SELECT
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    trim(regexp_replace(b.text, '\s+', ' ', 'g')) AS text,
    count(DISTINCT b.article_id) AS article_count,
    count(*) FILTER (WHERE b.start_char IS NOT NULL) AS in_body_count,
    list(DISTINCT b.role ORDER BY b.role) AS roles,
    list(DISTINCT b.reason ORDER BY b.reason) AS reasons
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
WHERE a.copy_of IS NULL
GROUP BY ALL
HAVING count(DISTINCT b.article_id) > 1
ORDER BY in_body_count DESC, article_count DESC, outlet, text
