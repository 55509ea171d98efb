-- One person under all names
-- Grain: one row a name of the person who is called by most names.
WITH chosen AS (
    SELECT e.entity_id, e.name, e.description
    FROM entities AS e
    JOIN aliases AS a ON a.entity_id = e.entity_id
    WHERE e.type = 'person'
    GROUP BY e.entity_id, e.name, e.description
    ORDER BY count(*) DESC, sum(a.mention_count) DESC, e.name, e.entity_id
    LIMIT 1
)
SELECT c.name AS person, c.description AS role, a.alias AS called, a.mention_count AS times, a.article_count AS articles
FROM chosen AS c
JOIN aliases AS a ON a.entity_id = c.entity_id
ORDER BY times DESC, called
