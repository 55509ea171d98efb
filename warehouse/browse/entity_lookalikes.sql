-- Other entities of the same type that may be the same: one bears a name of the other, or the words of one name are all in the other.
-- Reads what `entity_folded` has put aside. Grain: one row another entity.
WITH alike AS MATERIALIZED (
    SELECT entity_id, alias, list_contains(getvariable('called').names, folded) AS shares_a_name
    FROM search_names
    WHERE
        (
            list_contains(getvariable('called').names, folded)
            -- Compared word by word only where a first look allows it: the longer name holds the first word of the shorter one.
            OR (
                contains(getvariable('called').folded, ' ')
                AND (
                    contains(folded, split_part(getvariable('called').folded, ' ', 1))
                    OR contains(getvariable('called').folded, split_part(folded, ' ', 1))
                )
                AND (
                    list_has_all(string_split(folded, ' '), string_split(getvariable('called').folded, ' '))
                    OR list_has_all(string_split(getvariable('called').folded, ' '), string_split(folded, ' '))
                )
            )
        )
        AND entity_id <> $entity_id
),
named AS MATERIALIZED (
    SELECT * FROM entities WHERE entity_id IN (SELECT entity_id FROM alike)
)
SELECT e.name, any_value(e.description) AS description, any_value(e.mention_count) AS mention_count,
    any_value(e.article_count) AS article_count, bool_or(a.shares_a_name) AS shares_a_name, e.entity_id
FROM named AS e
JOIN alike AS a ON a.entity_id = e.entity_id AND (a.shares_a_name OR a.alias = e.name)
WHERE e.type = getvariable('called').type
GROUP BY e.entity_id, e.name
ORDER BY shares_a_name DESC, mention_count DESC, e.entity_id
LIMIT $limit OFFSET $offset
