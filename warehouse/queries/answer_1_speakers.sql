-- Who spoke most
-- Grain: one row a speaker.
SELECT speaker, description AS role, quote_count AS quotes, article_count AS articles, outlet_count AS outlets
FROM speakers
ORDER BY quotes DESC, outlets DESC, speaker
LIMIT 8
