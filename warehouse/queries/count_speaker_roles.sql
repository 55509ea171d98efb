-- Roles of those who speak for somebody, with how many quotes give each. Grain: one row a speaker and a role.
-- The pattern is that of `transforms.groups.utterances.spokespeople`; what else it lets through, that module leaves aside.
SELECT speaker, speaker_role, count(*) AS quotes
FROM placed_quotes
WHERE speaker IS NOT NULL AND regexp_matches(speaker_role, '\bspokes(?:man|woman|person)\b', 'i')
GROUP BY ALL
ORDER BY ALL
