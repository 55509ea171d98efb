-- A row is an entity whose counts are not those of its mentions, or whose aliases do not add up to them.
-- Scope: groups
WITH mentioned AS (
    SELECT entity_id, count(*) AS mention_count, count(DISTINCT article_id) AS article_count FROM mentions GROUP BY entity_id
),
called AS (
    SELECT entity_id, sum(mention_count) AS mention_count FROM aliases GROUP BY entity_id
)
SELECT e.entity_id, e.name, e.mention_count, m.mention_count AS mentions_found, c.mention_count AS mentions_by_alias
FROM entities AS e
LEFT JOIN mentioned AS m USING (entity_id)
LEFT JOIN called AS c USING (entity_id)
WHERE
    e.mention_count <> coalesce(m.mention_count, 0)
    OR e.article_count <> coalesce(m.article_count, 0)
    OR e.mention_count <> coalesce(c.mention_count, 0)
    OR e.outlet_count > e.article_count
    OR e.first_seen > e.last_seen
