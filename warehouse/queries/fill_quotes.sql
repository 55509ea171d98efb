-- Quotes of the touched articles that stand, with entities in place of clusters, and their utterance. Grain: one row a quote.
-- What belongs to the touched articles first: else all of the home meets them.
INSERT INTO quotes BY NAME
WITH touched AS MATERIALIZED (
    SELECT version, article_id FROM touched_versions WHERE table_name = 'quotes'
),
own AS MATERIALIZED (
    SELECT * FROM lake_quotes WHERE version IN (SELECT version FROM touched)
),
names AS MATERIALIZED (
    SELECT * FROM assigned_names WHERE article_id IN (SELECT article_id FROM touched)
),
utterances AS MATERIALIZED (
    SELECT * FROM assigned_quotes WHERE quote_id IN (SELECT quote_id FROM own)
)
SELECT
    q.* EXCLUDE (version, speaker_cluster, stands_for, via_cluster, contains_ordinal),
    speaker.entity_id AS speaker_entity_id,
    organization.entity_id AS speaker_stands_for_entity_id,
    via.entity_id AS via_entity_id,
    held.quote_id AS contains_quote_id,
    u.utterance_id,
    u.speaker_from_utterance_entity_id,
    u.changes
FROM own AS q
LEFT JOIN names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN names AS organization ON organization.article_id = q.article_id AND organization.stands_for = q.stands_for
LEFT JOIN names AS via ON via.article_id = q.article_id AND via.cluster = q.via_cluster
LEFT JOIN own AS held ON held.version = q.version AND held.ordinal = q.contains_ordinal
LEFT JOIN utterances AS u ON u.quote_id = q.quote_id
ORDER BY q.article_id, q.ordinal
