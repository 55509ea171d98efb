-- What was left out of the articles, by rule. Grain: one row a role and rule.
SELECT role, reason, count(*) AS paragraphs, any_value(text) AS example
FROM dropped_blocks
GROUP BY ALL
ORDER BY paragraphs DESC
