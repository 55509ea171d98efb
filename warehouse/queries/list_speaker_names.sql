-- Names of those who speak themselves. Grain: one row a speaker and a name.
SELECT DISTINCT speaker, speaker_name
FROM placed_quotes
WHERE
    speaker IS NOT NULL
    AND speaker_name <> ''
    AND NOT coalesce(regexp_matches(speaker_role, '\bspokes(?:man|woman|person)\b', 'i'), false)
ORDER BY ALL
