-- Articles whose published rows change: new, changed and removed ones, and those of which a name, a quote, the story or the
-- original belongs elsewhere than in the snapshot in service. Grain: one row an article. `before_` are that snapshot's tables.
CREATE TABLE scratch.main.touched_articles AS
WITH made_of AS (
    SELECT article_id, version FROM current_documents WHERE is_article
),
quotes AS (
    (FROM assigned_quotes EXCEPT FROM before_quotes) UNION ALL (FROM before_quotes EXCEPT FROM assigned_quotes)
)
SELECT article_id FROM (FROM made_of EXCEPT FROM before_made_of)
UNION
SELECT article_id FROM (FROM before_made_of EXCEPT FROM made_of)
UNION
SELECT article_id FROM (FROM assigned_names EXCEPT FROM before_names)
UNION
SELECT article_id FROM (FROM before_names EXCEPT FROM assigned_names)
UNION
SELECT article_id FROM (FROM assigned_articles EXCEPT FROM before_articles)
UNION
SELECT article_id FROM (FROM before_articles EXCEPT FROM assigned_articles)
UNION
-- A quote that no published row has is one of an article that is new or changed.
SELECT p.article_id FROM quotes AS q JOIN warehouse.main.quotes AS p USING (quote_id)
