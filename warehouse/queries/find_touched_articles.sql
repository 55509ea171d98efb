-- Articles whose published rows change, by the table in which they do: all rows of new, changed and removed ones; and the rows that tell
-- of a name, a quote, the story or the original that belongs elsewhere than in the snapshot in service. Grain: one row a table and
-- an article. `before_` are that snapshot's tables.
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
    SELECT article_id FROM (FROM assigned_names EXCEPT FROM before_names)
    UNION
    SELECT article_id FROM (FROM before_names EXCEPT FROM assigned_names)
),
quotes AS (
    (FROM assigned_quotes EXCEPT FROM before_quotes) UNION ALL (FROM before_quotes EXCEPT FROM assigned_quotes)
)
SELECT unnest(['articles', 'blocks', 'mentions', 'quotes']) AS table_name, article_id FROM written
UNION
SELECT unnest(['mentions', 'quotes']), article_id FROM named
UNION
SELECT 'articles', article_id FROM (FROM assigned_articles EXCEPT FROM before_articles)
UNION
SELECT 'articles', article_id FROM (FROM before_articles EXCEPT FROM assigned_articles)
UNION
-- A quote that no published row has is one of an article that is new or changed.
SELECT 'quotes', p.article_id FROM quotes AS q JOIN warehouse.main.quotes AS p USING (quote_id)
