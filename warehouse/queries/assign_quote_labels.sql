-- Component of every quote, and what links it. Grain: one row a quote.
CREATE TABLE scratch.main.assigned_quote_labels AS
SELECT
    q.quote_id, q.version, q.speaker, q.principal, q.story_id, s.is_recalled, s.far_keys, s.passage_keys,
    coalesce(d.component, q.component) AS component
FROM sited_quotes AS q
JOIN quote_signs AS s ON s.quote_id = q.quote_id
LEFT JOIN utterances_of_quotes AS d ON d.quote_id = q.quote_id
