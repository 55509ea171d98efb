-- Every quote with its speaker's principal, and whether it is to be linked anew. Grain: one row a quote.
-- is_fresh: it, or another quote of its article, is new or changed, or its speaker, principal or story is another than in the
-- snapshot in service.
CREATE TABLE scratch.main.sited_quotes AS
SELECT
    q.quote_id,
    q.version,
    q.article_id,
    q.published_on,
    q.story_id,
    q.speaker,
    coalesce(p.body, q.speaker) AS principal,
    l.is_recalled,
    l.far_keys,
    l.passage_keys,
    l.component,
    b.utterance_id AS before_utterance_id,
    b.speaker_from_utterance_entity_id AS before_lent_speaker,
    b.changes AS before_changes,
    bool_or(NOT coalesce(
        l.version = q.version
        AND l.speaker IS NOT DISTINCT FROM q.speaker
        AND l.principal IS NOT DISTINCT FROM coalesce(p.body, q.speaker)
        AND l.story_id IS NOT DISTINCT FROM q.story_id,
        false
    )) OVER (PARTITION BY q.article_id) AS is_fresh
FROM placed_quotes AS q
LEFT JOIN principals AS p ON p.speaker = q.speaker
LEFT JOIN before_quote_labels AS l ON l.quote_id = q.quote_id
LEFT JOIN before_quotes AS b ON b.quote_id = q.quote_id
