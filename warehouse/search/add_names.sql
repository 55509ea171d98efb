-- Names of the entities that have none here yet, folded, each with the earliest mention: by day, article and place. Grain: one row a name.
INSERT INTO search_names
WITH lacking AS MATERIALIZED (
    SELECT entity_id, name FROM entities WHERE entity_id NOT IN (SELECT entity_id FROM search_names)
),
spelled AS (
    SELECT m.entity_id, m.text, min((
        coalesce(a.published_on, DATE '9999-12-31'), m.article_id, m.part, coalesce(m.block_ordinal, 2147483647), m.start_char, m.mention_id
    )) AS earliest
    FROM mentions AS m
    JOIN articles AS a ON a.article_id = m.article_id
    WHERE m.entity_id IN (SELECT entity_id FROM lacking)
    GROUP BY m.entity_id, m.text
),
called AS (
    SELECT entity_id, trim(regexp_replace(text, '\s+', ' ', 'g')) AS alias, min(earliest) AS earliest
    FROM spelled
    GROUP BY ALL
)
SELECT entity_id, alias, fold_name(alias), earliest[2], earliest[6]
FROM (
    FROM called
    UNION ALL
    SELECT l.entity_id, l.name, NULL FROM lacking AS l ANTI JOIN called AS c ON c.entity_id = l.entity_id AND c.alias = l.name
)
ORDER BY entity_id, alias
