-- What an entity is called, with an example of each spelling. Grain: one row an alias, the most frequent first.
WITH shown AS MATERIALIZED (
    SELECT c.alias, c.mention_count, c.article_count, n.article_id, n.mention_id
    FROM aliases AS c
    LEFT JOIN search_names AS n ON n.entity_id = $entity_id AND n.alias = c.alias
    WHERE c.entity_id = $entity_id
    ORDER BY c.mention_count DESC, c.alias
    LIMIT $limit OFFSET $offset
),
earliest AS MATERIALIZED (
    SELECT *
    FROM mentions
    WHERE article_id IN (SELECT article_id FROM shown) AND entity_id = $entity_id AND mention_id IN (SELECT mention_id FROM shown)
),
told AS MATERIALIZED (
    SELECT
        m.mention_id, coalesce(a.outlet, a.outlet_domain) AS outlet, a.published_on,
        coalesce(b.text, CASE m.part WHEN 'title' THEN a.title WHEN 'standfirst' THEN a.standfirst END) AS paragraph,
        m.start_char - CASE m.part WHEN 'body' THEN coalesce(b.start_char, 0) ELSE 0 END AS start_char,
        m.end_char - CASE m.part WHEN 'body' THEN coalesce(b.start_char, 0) ELSE 0 END AS end_char
    FROM earliest AS m
    JOIN articles AS a ON a.article_id = m.article_id
    LEFT JOIN (SELECT * FROM blocks WHERE article_id IN (SELECT article_id FROM earliest)) AS b
        ON b.article_id = m.article_id
        AND (
            (m.part = 'block' AND b.ordinal = m.block_ordinal)
            OR (m.part = 'body' AND m.start_char >= b.start_char AND m.start_char < b.end_char)
        )
)
SELECT
    s.alias, s.mention_count, s.article_count, sentence_at(t.paragraph, t.start_char, t.end_char) AS example, t.outlet, t.published_on,
    s.article_id
FROM shown AS s
LEFT JOIN told AS t ON t.mention_id = s.mention_id
ORDER BY s.mention_count DESC, s.alias
