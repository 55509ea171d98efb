-- Components that have lost a quote, or whose quote is fresh now. Grain: one row a component.
SELECT DISTINCT component
FROM before_quote_labels
WHERE version IN (SELECT version FROM left_versions UNION ALL SELECT version FROM quotes_sited_anew WHERE is_fresh)
