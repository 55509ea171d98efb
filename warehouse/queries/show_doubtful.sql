-- The entities most likely wrong, with why, and a line for `corrections.tsv` to begin from. Grain: one row an entity, the least sure first.
WITH twins AS (
    SELECT lower(name) AS folded, count(DISTINCT type) AS types, list(DISTINCT type ORDER BY type) AS all_types
    FROM entities
    GROUP BY ALL
),
usual AS (
    SELECT entity_id, arg_max(alias, mention_count) AS alias, max(mention_count) AS uses
    FROM aliases
    WHERE contains(alias, ' ')
    GROUP BY entity_id
),
judged AS (
    SELECT
        e.entity_id,
        e.name,
        e.type,
        e.description,
        e.article_count,
        e.confidence,
        t.types > 1 AS has_two_types,
        t.all_types,
        u.alias AS usual_alias,
        coalesce(u.alias <> e.name AND u.uses > coalesce(own.mention_count, 0), false) AS is_rarer_form
    FROM entities AS e
    JOIN twins AS t ON t.folded = lower(e.name)
    LEFT JOIN usual AS u ON u.entity_id = e.entity_id
    LEFT JOIN aliases AS own ON own.entity_id = e.entity_id AND own.alias = e.name
)
SELECT
    name,
    type,
    description,
    article_count,
    confidence,
    concat_ws(
        '; ',
        CASE WHEN has_two_types THEN 'the same name is ' || array_to_string(all_types, ' and ') END,
        CASE WHEN is_rarer_form THEN 'more often called ' || usual_alias END,
        CASE WHEN confidence < 0.7 THEN 'little shows what it is' END,
        CASE WHEN article_count = 1 THEN 'one article only' END
    ) AS why,
    CASE
        WHEN is_rarer_form THEN 'name' || chr(9) || name || chr(9) || usual_alias
        WHEN has_two_types THEN 'type' || chr(9) || name || chr(9) || list_filter(all_types, lambda t: t <> type)[1]
        ELSE 'same' || chr(9) || name || chr(9)
    END AS correction
FROM judged
WHERE has_two_types OR is_rarer_form OR confidence < 0.7
ORDER BY confidence - 0.2 * CAST(has_two_types AS INTEGER) - 0.1 * CAST(is_rarer_form AS INTEGER), article_count DESC, entity_id
LIMIT 50
