-- Redirects in force: those decided now, and those of before that lead to groups there are. Grain: one row an old id of a table.
-- A redirect that is published already keeps its day.
CREATE TABLE scratch.main.assigned_redirects AS
WITH gone AS (
    SELECT 'entities' AS table_name, entity_id AS id FROM gone_entities
    UNION ALL
    SELECT 'utterances', utterance_id FROM gone_utterances
    UNION ALL
    SELECT 'stories', story_id FROM gone_stories
),
kept AS (
    SELECT old_id, new_id, table_name FROM decided_redirects
    UNION
    SELECT b.old_id, b.new_id, b.table_name
    FROM before_redirects AS b
    ANTI JOIN gone AS g ON g.table_name = b.table_name AND g.id = b.new_id
    ANTI JOIN decided_redirects AS d ON d.table_name = b.table_name AND d.old_id = b.old_id
)
SELECT k.old_id, k.new_id, k.table_name, coalesce(b.since, $since) AS since
FROM kept AS k
LEFT JOIN before_redirects AS b ON b.table_name = k.table_name AND b.old_id = k.old_id
