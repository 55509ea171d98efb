-- What runs since $since made of each outlet's documents. Grain: one row a run and outlet, in the order the runs started.
SELECT
    r.run_id,
    d.outlet,
    count(*) FILTER (WHERE d.reason IS NULL) AS articles,
    count(d.reason) AS rejected,
    mode(d.reason) AS main_reason,
    count(*) FILTER (WHERE d.is_untitled) AS untitled,
    count(*) FILTER (WHERE d.is_undated) AS undated,
    count(*) FILTER (WHERE d.is_unsigned) AS unsigned,
    sum(d.quotes)::BIGINT AS quotes,
    sum(d.unspoken)::BIGINT AS unspoken
FROM recent_documents AS d
JOIN runs AS r ON r.run_id = d.run_id
WHERE r.finished_at IS NOT NULL AND r.started_at >= $since
GROUP BY r.run_id, r.started_at, d.outlet
ORDER BY r.started_at, r.run_id, d.outlet
