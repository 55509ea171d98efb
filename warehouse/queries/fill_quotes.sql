-- Quotes of the touched articles that stand, with entities in place of clusters, and their utterance. Grain: one row a quote.
INSERT INTO quotes BY NAME
SELECT
    q.* EXCLUDE (version, speaker_cluster, stands_for, via_cluster, contains_ordinal),
    speaker.entity_id AS speaker_entity_id,
    organization.entity_id AS speaker_stands_for_entity_id,
    via.entity_id AS via_entity_id,
    held.quote_id AS contains_quote_id,
    u.utterance_id,
    u.speaker_from_utterance_entity_id,
    u.changes
FROM lake_quotes AS q
JOIN touched_versions AS d ON d.version = q.version AND d.table_name = 'quotes'
LEFT JOIN assigned_names AS speaker ON speaker.article_id = q.article_id AND speaker.cluster = q.speaker_cluster
LEFT JOIN assigned_names AS organization ON organization.article_id = q.article_id AND organization.stands_for = q.stands_for
LEFT JOIN assigned_names AS via ON via.article_id = q.article_id AND via.cluster = q.via_cluster
LEFT JOIN lake_quotes AS held ON held.version = q.version AND held.ordinal = q.contains_ordinal
LEFT JOIN assigned_quotes AS u ON u.quote_id = q.quote_id
ORDER BY q.article_id, q.ordinal
