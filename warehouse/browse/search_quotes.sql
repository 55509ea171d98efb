-- Quotes that a search finds, best first; without words newest first. Reads what `search_found_quotes` has put aside. Rows are looked for by
-- few columns, and read by where they stand: to unpack all columns of each row that is looked at takes longer. Grain: one row a quote;
-- `found` is how many there are in all.
WITH best AS MATERIALIZED (
    SELECT * FROM found ORDER BY score DESC, published_on DESC NULLS LAST, article_id, ordinal LIMIT $limit OFFSET $offset
),
shown AS MATERIALIZED (
    SELECT *
    FROM quotes
    WHERE rowid IN (SELECT q.rowid FROM best AS b JOIN quotes AS q ON q.article_id = b.article_id AND q.ordinal = b.ordinal)
),
reports AS MATERIALIZED (
    SELECT * FROM articles WHERE rowid IN (SELECT a.rowid FROM best AS b JOIN articles AS a ON a.article_id = b.article_id)
),
called AS MATERIALIZED (
    SELECT entity_id, name FROM entities WHERE entity_id IN (SELECT speaker_entity_id FROM shown)
)
SELECT
    round(b.score, 3) AS score, b.published_on, coalesce(a.outlet, a.outlet_domain) AS outlet,
    coalesce(e.name, q.speaker_name, q.speaker) AS speaker, q.text, q.kind, q.cue, q.occasion, q.confidence, a.title, a.url,
    q.article_id, q.ordinal, q.quote_id, q.utterance_id, q.speaker_entity_id AS entity_id, (SELECT count(*) FROM found) AS found
FROM best AS b
JOIN shown AS q ON q.article_id = b.article_id AND q.ordinal = b.ordinal
JOIN reports AS a ON a.article_id = b.article_id
LEFT JOIN called AS e ON e.entity_id = q.speaker_entity_id
ORDER BY b.score DESC, b.published_on DESC NULLS LAST, b.article_id, b.ordinal
