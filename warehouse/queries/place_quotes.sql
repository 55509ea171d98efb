-- Quotes but scare quotes of the articles of which a name or the story belongs elsewhere than in the snapshot in service, and of new and
-- changed ones, with who speaks and of which story they are now. Grain: one row a quote.
-- speaker: what the speaker stands for where that is known, else the speaker. speaks_as: the role of one who speaks for somebody; the
-- pattern is that of `transforms.groups.utterances.spokespeople`; what else it lets through, that module leaves aside.
CREATE TABLE scratch.main.quotes_placed_anew AS
WITH names AS MATERIALIZED (
    SELECT n.* FROM assigned_names AS n SEMI JOIN moved_articles AS m ON m.article_id = n.article_id
)
SELECT
    q.quote_id,
    q.version,
    q.article_id,
    m.published_on,
    m.story_id,
    coalesce(organization.entity_id, speaker.entity_id) AS speaker,
    coalesce(q.speaker_name, q.speaker) AS speaker_name,
    CASE WHEN regexp_matches(q.speaker_role, '\bspokes(?:man|woman|person)\b', 'i') THEN q.speaker_role END AS speaks_as
FROM lake_quotes AS q
JOIN moved_articles AS m ON m.version = q.version
LEFT JOIN names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN names AS organization ON organization.article_id = q.article_id AND organization.stands_for = q.stands_for
WHERE q.kind <> 'scare'
