-- Who is named and quoted in the chosen articles, how often. Rows with quotes come first, so that a look-up of speakers reads those alone.
-- Grain: one row an entity and article.
INSERT INTO search_presence
SELECT entity_key(p.entity_id) AS key, n.article_number, sum(p.mentions)::INT, sum(p.quotes)::INT
FROM (
    SELECT entity_id, article_id, 1 AS mentions, 0 AS quotes FROM mentions WHERE entity_id IS NOT NULL
    UNION ALL
    SELECT speaker_entity_id, article_id, 0, 1 FROM quotes WHERE speaker_entity_id IS NOT NULL AND kind <> 'scare'
) AS p
JOIN present_articles AS n ON n.article_id = p.article_id
GROUP BY key, n.article_number
ORDER BY sum(p.quotes) = 0, key, n.article_number
