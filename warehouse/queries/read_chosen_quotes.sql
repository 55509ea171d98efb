-- The chosen quotes. Grain: one row a quote. The columns are the fields of SpokenQuote, in their order; position is not used.
-- The chosen ones first: else all quotes of the lake meet all of the session.
WITH chosen AS MATERIALIZED (
    SELECT q.quote_id, q.version, q.article_id, q.published_on, q.story_id, q.speaker
    FROM sited_quotes AS q
    JOIN chosen_quotes AS c ON c.quote_id = q.quote_id
)
SELECT
    q.quote_id, q.article_id, l.ordinal, q.published_on, q.story_id, l.kind, l.text, q.speaker, 0.0 AS position,
    coalesce(l.speaker_name, l.speaker) AS speaker_name, l.speaker_role, l.sentence, l.speaker_kind
FROM chosen AS q
JOIN lake_quotes AS l ON l.version = q.version AND l.quote_id = q.quote_id
