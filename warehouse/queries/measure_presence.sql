-- Where the chosen entities stand: in how many articles, in how many of their names without company that another one has, and the most
-- days in a row without them. Grain: one row an entity. Company counts for people alone; countries are nobody's.
WITH members AS (
    SELECT g.entity, p.version, p.place, p.article_id, p.published_on, p.type, n.name
    FROM placed_names AS p
    JOIN chosen_entities AS g ON g.node = p.node
    JOIN lake_names AS n ON n.version = p.version AND n.place = p.place
),
beside AS (
    SELECT DISTINCT m.entity, m.version, m.place, c.name
    FROM members AS m
    JOIN lake_names AS c ON c.version = m.version AND c.cluster IS NOT NULL AND c.name <> m.name
    WHERE m.type = 'person' AND c.name NOT IN (SELECT name FROM assigned_name_keys WHERE is_country)
),
shared AS (
    SELECT entity, name FROM beside GROUP BY entity, name HAVING count(*) > 1
),
accompanied AS (
    SELECT entity, count(*) AS members
    FROM (SELECT DISTINCT b.entity, b.version, b.place FROM beside AS b JOIN shared AS s ON s.entity = b.entity AND s.name = b.name)
    GROUP BY entity
),
gaps AS (
    SELECT entity, max(days) AS days
    FROM (
        SELECT entity, published_on - lag(published_on) OVER (PARTITION BY entity ORDER BY published_on) AS days
        FROM (SELECT DISTINCT entity, published_on FROM members WHERE published_on IS NOT NULL)
    )
    GROUP BY entity
)
SELECT
    m.entity,
    count(DISTINCT m.article_id) AS articles,
    count(*) - coalesce(any_value(a.members), 0) AS alone,
    coalesce(any_value(g.days), 0) AS longest_gap
FROM members AS m
LEFT JOIN accompanied AS a ON a.entity = m.entity
LEFT JOIN gaps AS g ON g.entity = m.entity
GROUP BY m.entity
