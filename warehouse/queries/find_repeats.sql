-- Passages of one speaker (or organization) that several articles quote, an asked one among them. Grain: one row an article and passage.
CREATE OR REPLACE TABLE scratch.main.repeats AS
WITH passages AS (
    SELECT article_id, principal, unnest(passage_keys) AS key
    FROM sited_quotes
    WHERE principal IS NOT NULL AND len(passage_keys) > 0
),
asked AS MATERIALIZED (
    SELECT DISTINCT principal, key FROM passages WHERE article_id IN (SELECT id FROM asked_ids)
),
quoted AS MATERIALIZED (
    SELECT DISTINCT p.article_id, p.principal, p.key FROM passages AS p JOIN asked AS a ON a.key = p.key AND a.principal = p.principal
),
repeated AS (
    SELECT principal, key FROM quoted GROUP BY principal, key HAVING count(*) > 1
)
SELECT q.article_id, q.principal || ' ' || q.key AS passage
FROM quoted AS q
SEMI JOIN repeated AS r ON r.key = q.key AND r.principal = q.principal
