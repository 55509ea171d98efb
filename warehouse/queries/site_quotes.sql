-- Quotes that may have to be linked anew: those placed anew, and those of articles with a speaker who speaks for another than in the
-- snapshot in service. Grain: one row a quote.
-- is_fresh: it, or another quote of its article, is new or changed, or its speaker, principal or story is another than in the
-- snapshot in service.
CREATE TABLE scratch.main.quotes_sited_anew AS
WITH respoken AS (
    SELECT DISTINCT l.version
    FROM before_quote_labels AS l
    ANTI JOIN left_versions AS v ON v.version = l.version
    ANTI JOIN moved_articles AS m ON m.version = l.version
    LEFT JOIN principals AS p ON p.speaker = l.speaker
    WHERE l.principal IS DISTINCT FROM coalesce(p.body, l.speaker)
),
labels AS MATERIALIZED (
    SELECT l.*
    FROM before_quote_labels AS l
    WHERE l.version IN (SELECT version FROM moved_articles UNION ALL FROM respoken)
),
utterances AS (
    SELECT quote_id, utterance_id FROM before_quotes WHERE quote_id IN (SELECT quote_id FROM quotes_placed_anew)
)
SELECT
    q.quote_id, q.version, q.article_id, q.published_on, q.story_id, q.speaker, q.speaker_name, q.speaks_as,
    coalesce(p.body, q.speaker) AS principal,
    l.is_recalled, l.far_keys, l.passage_keys, l.component,
    b.utterance_id AS before_utterance_id,
    bool_or(NOT coalesce(
        l.speaker IS NOT DISTINCT FROM q.speaker
        AND l.principal IS NOT DISTINCT FROM coalesce(p.body, q.speaker)
        AND l.story_id IS NOT DISTINCT FROM q.story_id
        AND l.version = q.version,
        false
    )) OVER (PARTITION BY q.article_id) AS is_fresh
FROM quotes_placed_anew AS q
LEFT JOIN principals AS p ON p.speaker = q.speaker
LEFT JOIN labels AS l ON l.quote_id = q.quote_id
LEFT JOIN utterances AS b ON b.quote_id = q.quote_id
UNION ALL
SELECT
    l.quote_id, l.version, l.article_id, l.published_on, l.story_id, l.speaker, l.speaker_name, l.speaks_as,
    coalesce(p.body, l.speaker),
    l.is_recalled, l.far_keys, l.passage_keys, l.component,
    l.utterance_id,
    true
FROM labels AS l
LEFT JOIN principals AS p ON p.speaker = l.speaker
WHERE l.version IN (FROM respoken)
