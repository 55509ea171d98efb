-- Touched utterances that stored quotes word, with counts. Grain: one row an utterance.
INSERT INTO utterances BY NAME
SELECT
    u.utterance_id,
    u.speaker_entity_id,
    u.text,
    count(*) AS quote_count,
    count(DISTINCT q.article_id) AS article_count,
    count(DISTINCT coalesce(a.outlet, a.outlet_domain)) AS outlet_count,
    min(a.published_on) AS first_published_on,
    max(a.published_on) AS last_published_on
FROM assigned_utterances AS u
JOIN quotes AS q ON q.utterance_id = u.utterance_id
JOIN articles AS a ON a.article_id = q.article_id
WHERE u.utterance_id IN (SELECT id FROM touched_groups WHERE table_name = 'utterances')
GROUP BY u.utterance_id, u.speaker_entity_id, u.text
ORDER BY u.utterance_id
