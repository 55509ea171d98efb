-- What proposes links over time, of every quote: of fresh ones as read now, of others as known. Grain: one row a quote.
CREATE TABLE scratch.main.quote_signs AS
SELECT
    q.quote_id,
    coalesce(f.is_recalled, q.is_recalled) AS is_recalled,
    coalesce(f.far_keys, q.far_keys) AS far_keys,
    coalesce(f.passage_keys, q.passage_keys) AS passage_keys
FROM sited_quotes AS q
LEFT JOIN fresh_quote_signs AS f ON f.quote_id = q.quote_id
