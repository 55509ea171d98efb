-- The quotes that are sited anew, with what proposes their links over time as it was read of their words now. Grain: one row a quote.
CREATE OR REPLACE TABLE scratch.main.quotes_sited_anew AS
SELECT
    q.* REPLACE (
        coalesce(f.is_recalled, q.is_recalled) AS is_recalled,
        coalesce(f.far_keys, q.far_keys) AS far_keys,
        coalesce(f.passage_keys, q.passage_keys) AS passage_keys
    )
FROM quotes_sited_anew AS q
LEFT JOIN fresh_quote_signs AS f ON f.quote_id = q.quote_id
