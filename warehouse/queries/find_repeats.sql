-- Passages of one speaker (or organization) that several articles quote. Grain: one row an article and passage.
CREATE TABLE scratch.main.repeats AS
WITH quoted AS (
    SELECT DISTINCT q.article_id, q.principal || ' ' || s.key AS passage
    FROM (SELECT quote_id, unnest(passage_keys) AS key FROM quote_signs) AS s
    JOIN sited_quotes AS q ON q.quote_id = s.quote_id
    WHERE q.principal IS NOT NULL
)
SELECT article_id, passage
FROM quoted
WHERE passage IN (SELECT passage FROM quoted GROUP BY passage HAVING count(*) > 1)
