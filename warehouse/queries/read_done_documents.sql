-- What the manifest holds. Grain: one row a location that was ever seen, its latest outcome; in the order of the key.
-- $rules_version: the rules of this run. Rejections for timeout and error are tried again.
SELECT
    input_key,
    arrived,
    epoch_us(fetched_at) AS fetched_us,
    rules_version = $rules_version AND (reason IS NULL OR reason NOT IN ('timeout', 'error')) AS is_done
FROM ranked_documents
WHERE is_latest
ORDER BY input_key
