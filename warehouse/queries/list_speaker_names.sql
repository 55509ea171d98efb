-- Names of those who speak themselves. Grain: one row a speaker and a name.
SELECT DISTINCT speaker, speaker_name
FROM placed_quotes
WHERE speaker IS NOT NULL AND speaker_name <> '' AND speaks_as IS NULL
ORDER BY ALL
