-- Why documents of run $run_id gave no article. Grain: one row a reason, the commonest first.
SELECT reason, count(*) AS documents FROM rejections WHERE run_id = $run_id GROUP BY reason ORDER BY documents DESC, reason
