-- Who speaks, how often, in how many outlets, from when to when. Grain: one row an entity that is quoted; what nobody is
-- said to have said (scare quotes) does not count, and words in marks within a report count once.
CREATE VIEW speakers AS
SELECT
    e.name AS speaker,
    e.type,
    e.description,
    count(*) AS quote_count,
    count(DISTINCT q.utterance_id) AS utterance_count,
    count(DISTINCT q.article_id) AS article_count,
    count(DISTINCT coalesce(a.outlet, a.outlet_domain)) AS outlet_count,
    min(a.published_on) AS first_quoted_on,
    max(a.published_on) AS last_quoted_on,
    e.entity_id
FROM quotes AS q
JOIN entities AS e ON e.entity_id = q.speaker_entity_id
JOIN articles AS a ON a.article_id = q.article_id
WHERE q.kind <> 'scare' AND q.contains_quote_id IS NULL
GROUP BY e.entity_id, e.name, e.type, e.description
ORDER BY quote_count DESC, speaker, e.entity_id
