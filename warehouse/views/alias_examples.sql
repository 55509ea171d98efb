-- What each entity is called, with the sentence of one mention each. Grain: one row an alias, the most frequent first.
-- The example is from the earliest article that calls it so.
CREATE VIEW alias_examples AS
WITH called AS (
    SELECT n.entity_id, n.alias, m.article_id, m.part, m.block_ordinal, m.start_char, m.end_char, m.mention_id
    FROM search_names AS n
    JOIN mentions AS m ON m.article_id = n.article_id AND m.mention_id = n.mention_id
)
SELECT
    e.name,
    e.type,
    e.description,
    c.alias,
    al.mention_count,
    al.article_count,
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    a.published_on,
    sentence_at(
        coalesce(b.text, CASE c.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst END),
        c.start_char - CASE c.part WHEN 'body' THEN coalesce(b.start_char, 0) ELSE 0 END,
        c.end_char - CASE c.part WHEN 'body' THEN coalesce(b.start_char, 0) ELSE 0 END
    ) AS example,
    e.entity_id,
    c.article_id,
    c.mention_id
FROM called AS c
JOIN entities AS e ON e.entity_id = c.entity_id
JOIN aliases AS al ON al.entity_id = c.entity_id AND al.alias = c.alias
JOIN articles AS a ON a.article_id = c.article_id
LEFT JOIN blocks AS b
    ON b.article_id = c.article_id
    AND (
        (c.part = 'block' AND b.ordinal = c.block_ordinal)
        OR (c.part = 'body' AND c.start_char >= b.start_char AND c.start_char < b.end_char)
    )
ORDER BY al.mention_count DESC, c.alias, e.entity_id
