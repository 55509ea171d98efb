-- Every quote but scare quotes, with who speaks and of which story it is now. Grain: one row a quote of an article that stands.
-- speaker: what the speaker stands for where that is known, else the speaker.
CREATE TABLE scratch.main.placed_quotes AS
SELECT
    q.quote_id,
    q.version,
    q.article_id,
    p.published_on,
    s.story_id,
    coalesce(organization.entity_id, speaker.entity_id) AS speaker,
    coalesce(q.speaker_name, q.speaker) AS speaker_name,
    q.speaker_role
FROM lake_quotes AS q
JOIN placed_articles AS p ON p.version = q.version
LEFT JOIN assigned_articles AS s ON s.article_id = q.article_id
LEFT JOIN assigned_names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN assigned_names AS organization ON organization.article_id = q.article_id AND organization.stands_for = q.stands_for
WHERE q.kind <> 'scare'
