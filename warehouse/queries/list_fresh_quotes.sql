-- Fresh quotes in the order in which they are linked. Grain: one row a quote.
SELECT quote_id
FROM quotes_sited_anew
WHERE is_fresh
ORDER BY published_on NULLS LAST, article_id, quote_id
