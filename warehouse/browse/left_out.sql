-- What was left out of the articles of the days from $since to $until, by rule; what has no day is of no days. Grain: one row a role and rule.
SELECT b.role, b.reason, count(*) AS block_count, count(DISTINCT b.article_id) AS article_count, any_value(b.text)[:160] AS example
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
WHERE
    b.start_char IS NULL
    AND ($since::DATE IS NULL OR a.published_on >= $since::DATE)
    AND ($until::DATE IS NULL OR a.published_on <= $until::DATE)
GROUP BY b.role, b.reason
ORDER BY block_count DESC, b.role, b.reason
LIMIT $limit OFFSET $offset
