-- Quotes that a search finds, best first; without words newest first. Reads what `search_found_quotes` has put aside. Grain: one row a quote;
-- `found` is how many there are in all.
SELECT
    round(b.score, 3) AS score, n.published_on, n.outlet, n.speaker, n.text, n.kind, n.cue, n.occasion, n.confidence, n.title, n.url,
    n.article_id, n.ordinal, n.quote_id, n.utterance_id, n.speaker_entity_id AS entity_id, (SELECT count(*) FROM found) AS found
FROM (SELECT * FROM found ORDER BY score DESC, published_on DESC NULLS LAST, quote_id LIMIT $limit OFFSET $offset) AS b
JOIN named_quotes AS n ON n.quote_id = b.quote_id
ORDER BY b.score DESC, b.published_on DESC NULLS LAST, b.quote_id
