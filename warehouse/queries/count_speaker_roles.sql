-- Roles of those who speak for somebody, with how many quotes give each. Grain: one row a speaker and a role.
SELECT speaker, speaks_as, count(*) AS quotes
FROM placed_quotes
WHERE speaker IS NOT NULL AND speaks_as IS NOT NULL
GROUP BY ALL
ORDER BY ALL
