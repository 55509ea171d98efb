-- Articles whose published rows change, by the table in which they do: all rows of new, changed and removed ones; and the rows that tell
-- of a name, a quote, the story or the original that belongs elsewhere than in the snapshot in service. Grain: one row a table and
-- an article. `arrived_` are rows that it lacks, `left_` those that only it has.
CREATE TABLE scratch.main.touched_rows AS
WITH made_of AS (
    SELECT article_id, version FROM current_documents WHERE is_article
),
written AS (
    SELECT article_id FROM (FROM made_of EXCEPT FROM before_made_of)
    UNION
    SELECT article_id FROM (FROM before_made_of EXCEPT FROM made_of)
),
named AS (
    SELECT article_id FROM arrived_names UNION SELECT article_id FROM left_names
),
quotes AS (
    SELECT quote_id FROM arrived_quotes UNION SELECT quote_id FROM left_quotes
)
SELECT unnest(['articles', 'blocks', 'mentions', 'quotes']) AS table_name, article_id FROM written
UNION
SELECT unnest(['mentions', 'quotes']), article_id FROM named
UNION
SELECT 'articles', article_id FROM arrived_articles
UNION
SELECT 'articles', article_id FROM left_articles
UNION
-- A quote that no published row has is one of an article that is new or changed.
SELECT 'quotes', p.article_id FROM quotes AS q JOIN warehouse.main.quotes AS p USING (quote_id)
