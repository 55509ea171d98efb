-- Quotes that the chosen ones may be linked to: of one story or article; of one speaker (or organization) within three days, or where one of
-- both is recalled, or where they share a far key; with a far key where one has no known speaker; and of articles that have a passage in common. Grain: one row a quote.
WITH chosen AS MATERIALIZED (
    SELECT q.* FROM sited_quotes AS q JOIN chosen_quotes AS c ON c.quote_id = q.quote_id
),
own_keys AS (
    SELECT DISTINCT principal, unnest(far_keys[:len(far_keys) - 1]) AS key FROM chosen WHERE principal IS NOT NULL
),
anybodys_keys AS (
    SELECT far_keys[len(far_keys)] AS key, bool_or(principal IS NULL) AS is_unknown FROM chosen GROUP BY ALL
),
spoken AS (
    SELECT principal, bool_or(is_recalled OR published_on IS NULL) AS at_any_time
    FROM chosen
    WHERE principal IS NOT NULL
    GROUP BY principal
),
near AS (
    -- The three days, and one more to be safe.
    SELECT DISTINCT principal, published_on + unnest(range(-4, 5))::INT AS day FROM chosen WHERE principal IS NOT NULL
),
articles AS (
    SELECT article_id FROM chosen
    UNION
    SELECT article_id FROM repeats WHERE passage IN (SELECT passage FROM repeats WHERE article_id IN (SELECT article_id FROM chosen))
),
found AS (
    SELECT quote_id FROM sited_quotes WHERE article_id IN (FROM articles)
    UNION
    SELECT quote_id FROM sited_quotes WHERE story_id IN (SELECT story_id FROM chosen WHERE story_id IS NOT NULL)
    UNION
    SELECT q.quote_id
    FROM sited_quotes AS q
    JOIN spoken AS s ON s.principal = q.principal
    WHERE s.at_any_time OR q.is_recalled OR q.published_on IS NULL
    UNION
    SELECT q.quote_id
    FROM sited_quotes AS q
    JOIN near AS n ON n.principal = q.principal AND n.day = q.published_on
    UNION
    SELECT f.quote_id
    FROM (
        SELECT quote_id, principal, unnest(far_keys[:len(far_keys) - 1]) AS key
        FROM sited_quotes
        WHERE principal IN (SELECT principal FROM spoken)
    ) AS f
    JOIN own_keys AS k ON k.principal = f.principal AND k.key = f.key
    UNION
    SELECT q.quote_id
    FROM sited_quotes AS q
    JOIN anybodys_keys AS k ON k.key = q.far_keys[len(q.far_keys)]
    WHERE k.is_unknown OR q.principal IS NULL
),
linked AS MATERIALIZED (
    SELECT q.quote_id, q.version, q.article_id, q.published_on, q.story_id, q.speaker
    FROM sited_quotes AS q
    JOIN found AS f ON f.quote_id = q.quote_id
    ANTI JOIN chosen_quotes AS c ON c.quote_id = q.quote_id
)
SELECT
    q.quote_id, q.article_id, l.ordinal, q.published_on, q.story_id, l.kind, l.text, q.speaker, 0.0 AS position,
    coalesce(l.speaker_name, l.speaker) AS speaker_name, l.speaker_role, l.sentence, l.speaker_kind
FROM linked AS q
JOIN lake_quotes AS l ON l.version = q.version AND l.quote_id = q.quote_id
