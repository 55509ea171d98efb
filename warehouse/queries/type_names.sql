-- The names that have no labels, or another type maybe, with the type that counts: what a user says, else what the articles together
-- show, else what their own tells. Grain: one row a name of an article. What a user says of the name goes before what he says of its spellings.
CREATE VIEW scratch.main.typed_names AS
WITH corrected AS (
    SELECT n.version, n.place, min_by(c.type, n.position) AS type
    FROM (
        SELECT version, place, unnest(list_prepend(name, forms)) AS text, generate_subscripts(list_prepend(name, forms), 1) AS position
        FROM (FROM arriving_names UNION ALL FROM doubtful_names)
        WHERE EXISTS (FROM corrected_spellings)
    ) AS n
    JOIN corrected_spellings AS c ON c.text = n.text
    GROUP BY n.version, n.place
)
SELECT
    n.version, n.place, n.article_id, n.cluster, n.stands_for, n.name, n.owner, n.sport, n.outlet, n.spelling,
    coalesce(c.type, s.type, n.type) AS type
FROM (FROM arriving_names UNION ALL FROM doubtful_names) AS n
LEFT JOIN corrected AS c ON c.version = n.version AND c.place = n.place
LEFT JOIN settled_types AS s
    ON s.spelling = n.spelling AND s.own = n.type AND n.sport IS NULL AND len(n.signs) > 0 AND NOT list_contains(n.signs, 'shown')
