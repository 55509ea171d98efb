-- How many articles show each type of a spelling, and how many tell it, for names whose own article shows none and whose spelling has
-- more types than its own; of the counted spellings alone. Grain: one row a spelling and a type that an article tells without showing it.
-- The columns are those of transforms.entities.pooled: teams, groups and names of other languages count for nothing.
WITH pooled AS (
    SELECT type, signs, spelling, spellings
    FROM current_names
    WHERE type IN ('person', 'organization', 'place') AND sport IS NULL
),
unsettled AS (
    SELECT DISTINCT spelling, type AS own
    FROM pooled
    WHERE len(signs) > 0 AND NOT list_contains(signs, 'shown') AND spelling IN (FROM counted_spellings)
),
counted AS (
    SELECT
        spelling,
        count(*) FILTER (WHERE type = 'person' AND is_shown) AS shown_person,
        count(*) FILTER (WHERE type = 'organization' AND is_shown) AS shown_organization,
        count(*) FILTER (WHERE type = 'place' AND is_shown) AS shown_place,
        count(*) FILTER (WHERE type = 'person') AS person,
        count(*) FILTER (WHERE type = 'organization') AS organization,
        count(*) FILTER (WHERE type = 'place') AS place
    FROM (
        SELECT type, list_contains(signs, 'shown') AS is_shown, unnest(spellings) AS spelling
        FROM pooled
        WHERE NOT list_contains(signs, 'foreign')
    )
    WHERE spelling IN (SELECT spelling FROM unsettled)
    GROUP BY spelling
)
SELECT u.spelling, u.own, c.shown_person, c.shown_organization, c.shown_place, c.person, c.organization, c.place
FROM unsettled AS u
JOIN counted AS c ON c.spelling = u.spelling
WHERE
    (u.own <> 'person' AND c.person > 0)
    OR (u.own <> 'organization' AND c.organization > 0)
    OR (u.own <> 'place' AND c.place > 0)
