-- Quotes of before that are no more; with $anew all that are not grouped now. Grain: one row a quote.
CREATE TABLE scratch.main.gone_quotes AS
WITH left_quotes AS (
    SELECT quote_id FROM before_quote_labels WHERE version IN (SELECT version FROM left_versions)
    UNION ALL
    SELECT quote_id FROM before_quotes WHERE $anew
)
SELECT q.quote_id FROM left_quotes AS q ANTI JOIN utterances_of_quotes AS d ON d.quote_id = q.quote_id
