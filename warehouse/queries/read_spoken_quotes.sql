-- Quotes for the grouping into utterances and stories. Grain: one row a quote that somebody is said to have said.
-- speaker: what the speaker stands for where that is known, else the speaker. position: 0 to 1, in the body.
WITH articles AS (
    SELECT a.version, a.article_id, a.published_on, greatest(length(a.body), 1) AS body_length
    FROM lake_articles AS a
    JOIN current_documents AS d ON d.version = a.version AND d.is_article
)
SELECT
    q.quote_id,
    q.article_id,
    q.ordinal,
    a.published_on,
    s.story_id,
    q.kind,
    q.text,
    coalesce(body.entity_id, speaker.entity_id) AS speaker,
    CASE WHEN q.part = 'body' THEN q.start_char / a.body_length ELSE 0.0 END AS position,
    coalesce(q.speaker_name, q.speaker) AS speaker_name,
    q.speaker_role,
    q.sentence
FROM lake_quotes AS q
JOIN articles AS a ON a.version = q.version
LEFT JOIN assigned_articles AS s ON s.article_id = q.article_id
LEFT JOIN assigned_names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN assigned_names AS body ON body.article_id = q.article_id AND body.stands_for = q.stands_for
WHERE q.kind <> 'scare'
ORDER BY a.published_on NULLS LAST, q.article_id, q.ordinal, q.quote_id
