-- Touched entities that the stored articles mention or let speak, with counts. Grain: one row an entity.
-- An organization that is only spoken for (the government where its capital speaks) has no mentions, but the days of its quotes.
INSERT INTO entities BY NAME
WITH touched AS (
    SELECT id FROM touched_groups WHERE table_name = 'entities'
),
mentioned AS (
    SELECT entity_id, article_id, count(*) AS mention_count
    FROM mentions
    WHERE entity_id IN (FROM touched)
    GROUP BY entity_id, article_id
),
used AS (
    SELECT entity_id, article_id, mention_count FROM mentioned
    UNION ALL
    SELECT DISTINCT speaker_stands_for_entity_id, article_id, 0 FROM quotes WHERE speaker_stands_for_entity_id IN (FROM touched)
)
SELECT
    e.entity_id,
    e.type,
    e.name,
    e.description,
    sum(used.mention_count) AS mention_count,
    count(DISTINCT used.article_id) FILTER (WHERE used.mention_count > 0) AS article_count,
    count(DISTINCT coalesce(a.outlet, a.outlet_domain)) FILTER (WHERE used.mention_count > 0) AS outlet_count,
    min(a.published_on) AS first_seen,
    max(a.published_on) AS last_seen,
    e.confidence
FROM assigned_entities AS e
JOIN used ON used.entity_id = e.entity_id
JOIN articles AS a ON a.article_id = used.article_id
GROUP BY e.entity_id, e.type, e.name, e.description, e.confidence
ORDER BY e.entity_id
