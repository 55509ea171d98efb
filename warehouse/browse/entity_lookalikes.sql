-- Other entities of the same type that may be the same: one bears a name of the other, or the words of one name are all in the other.
-- Reads what `entity_folded` has put aside. Grain: one row another entity.
WITH likely AS MATERIALIZED (
    -- A first look that takes little: the longer name holds the first word of the shorter one.
    SELECT entity_id, alias, folded, list_contains(getvariable('called').names, folded) AS shares_a_name
    FROM search_names
    WHERE
        list_contains(getvariable('called').names, folded)
        OR contains(folded, getvariable('called').words[1])
        OR starts_with(folded, getvariable('called').words[2])
        OR starts_with(folded, getvariable('called').words[3])
        OR starts_with(folded, getvariable('called').words[4])
        OR (len(getvariable('called').words) > 4 AND list_contains(getvariable('called').words, split_part(folded, ' ', 1)))
),
alike AS MATERIALIZED (
    SELECT entity_id, alias, shares_a_name
    FROM likely
    WHERE
        entity_id <> $entity_id
        AND (
            shares_a_name
            OR list_has_all(string_split(folded, ' '), getvariable('called').words)
            OR list_has_all(getvariable('called').words, string_split(folded, ' '))
        )
)
SELECT e.name, any_value(e.description) AS description, any_value(e.mention_count) AS mention_count,
    any_value(e.article_count) AS article_count, bool_or(a.shares_a_name) AS shares_a_name, e.entity_id
FROM alike AS a
JOIN entities AS e ON e.entity_id = a.entity_id
WHERE (a.shares_a_name OR a.alias = e.name) AND e.type = getvariable('called').type
GROUP BY e.entity_id, e.name
ORDER BY shares_a_name DESC, mention_count DESC, e.entity_id
LIMIT $limit OFFSET $offset
