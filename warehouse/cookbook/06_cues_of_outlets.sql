-- With which words the outlets report speech. Grain: one row an outlet and cue.
SELECT outlet, cue, count(*) AS quotes
FROM named_quotes
WHERE cue IS NOT NULL
GROUP BY ALL
ORDER BY quotes DESC
LIMIT 50
