-- Statements in a story: which of its outlets have them and which leave them out. Grain: one row an utterance.
WITH reports AS (
    SELECT article_id, coalesce(outlet, outlet_domain) AS outlet FROM articles WHERE story_id = $story_id
),
outlets AS (
    SELECT coalesce(list(DISTINCT outlet), []) AS all_outlets FROM reports WHERE outlet IS NOT NULL
),
said AS (
    SELECT
        q.utterance_id,
        any_value(coalesce(q.speaker_name, q.speaker)) AS speaker,
        count(DISTINCT q.article_id) AS article_count,
        count(DISTINCT q.text) AS wording_count,
        coalesce(list(DISTINCT r.outlet ORDER BY r.outlet) FILTER (WHERE r.outlet IS NOT NULL), []) AS had_by
    FROM reports AS r
    JOIN quotes AS q ON q.article_id = r.article_id
    WHERE q.kind <> 'scare' AND q.utterance_id IS NOT NULL
    GROUP BY q.utterance_id
)
SELECT
    coalesce(e.name, s.speaker, '') AS speaker,
    u.text,
    s.article_count,
    s.wording_count,
    s.had_by,
    list_sort(list_filter(o.all_outlets, lambda outlet: NOT list_contains(s.had_by, outlet))) AS left_out_by,
    s.utterance_id,
    u.speaker_entity_id AS entity_id
FROM said AS s
CROSS JOIN outlets AS o
JOIN utterances AS u ON u.utterance_id = s.utterance_id
LEFT JOIN entities AS e ON e.entity_id = u.speaker_entity_id
ORDER BY len(s.had_by) DESC, s.article_count DESC, length(u.text) DESC, s.utterance_id
LIMIT $limit OFFSET $offset
