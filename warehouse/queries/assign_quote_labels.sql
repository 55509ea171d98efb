-- Component of every quote, and what links it. Grain: one row a quote.
CREATE VIEW scratch.main.assigned_quote_labels AS
SELECT
    q.quote_id, q.version, q.article_id, q.published_on, q.story_id, q.speaker, q.speaker_name, q.speaks_as, q.principal,
    q.is_recalled, q.far_keys, q.passage_keys,
    coalesce(d.utterance_id, q.before_utterance_id) AS utterance_id,
    coalesce(d.component, q.component) AS component
FROM sited_quotes AS q
LEFT JOIN utterances_of_quotes AS d ON d.quote_id = q.quote_id
