-- Quotes of the chosen articles, for the grouping into stories. Grain: one row a quote that somebody is said to have said.
-- The columns are the fields of SpokenQuote, in their order.
SELECT
    q.quote_id,
    q.article_id,
    q.ordinal,
    a.published_on,
    NULL AS story_id,
    q.kind,
    q.text,
    coalesce(organization.entity_id, speaker.entity_id) AS speaker,
    CASE WHEN q.part = 'body' THEN q.start_char / greatest(length(a.body), 1) ELSE 0.0 END AS position,
    coalesce(q.speaker_name, q.speaker) AS speaker_name,
    q.speaker_role,
    q.sentence,
    q.speaker_kind
FROM lake_quotes AS q
JOIN placed_articles AS p ON p.version = q.version
JOIN chosen_articles AS c ON c.article_id = p.article_id
JOIN lake_articles AS a ON a.version = q.version
LEFT JOIN assigned_names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN assigned_names AS organization ON organization.article_id = q.article_id AND organization.stands_for = q.stands_for
WHERE q.kind <> 'scare'
ORDER BY a.published_on NULLS LAST, q.article_id, q.ordinal, q.quote_id
