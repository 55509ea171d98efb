-- Utterances of before that no quote words any more: only quotes that are grouped again or gone have left one. Grain: one row an utterance.
CREATE TABLE scratch.main.gone_utterances AS
WITH moved AS (
    SELECT quote_id FROM utterances_of_quotes UNION ALL FROM gone_quotes
),
lost AS MATERIALIZED (
    SELECT DISTINCT utterance_id FROM before_quotes WHERE quote_id IN (FROM moved)
),
used AS (
    SELECT DISTINCT utterance_id FROM assigned_quotes WHERE utterance_id IN (FROM lost)
)
SELECT l.utterance_id FROM lost AS l ANTI JOIN used AS u ON u.utterance_id = l.utterance_id
