-- The components of some quotes, a fresh one being its own. Grain: one row a quote.
SELECT q.quote_id, CASE WHEN q.is_fresh THEN q.quote_id ELSE q.component END
FROM sited_quotes AS q
JOIN asked_ids AS a ON a.id = q.quote_id
