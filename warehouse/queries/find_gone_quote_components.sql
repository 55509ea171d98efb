-- Components that have lost a quote, or whose quote is fresh now. Grain: one row a component.
SELECT DISTINCT l.component
FROM before_quote_labels AS l
ANTI JOIN sited_quotes AS q ON q.quote_id = l.quote_id AND NOT q.is_fresh
