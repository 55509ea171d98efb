-- Which outlets reported a story, when, how much they quoted and whom. Grain: one row an article of a story; stories with
-- the most outlets first.
CREATE VIEW story_coverage AS
WITH quoted AS (
    SELECT
        q.article_id,
        count(*) AS quote_count,
        sum(length(q.text)) AS quoted_chars,
        list(DISTINCT coalesce(e.name, q.speaker_name, q.speaker) ORDER BY coalesce(e.name, q.speaker_name, q.speaker))
            FILTER (WHERE coalesce(e.name, q.speaker_name, q.speaker) IS NOT NULL) AS speakers
    FROM quotes AS q
    LEFT JOIN entities AS e ON e.entity_id = q.speaker_entity_id
    WHERE q.kind <> 'scare' AND q.contains_quote_id IS NULL
    GROUP BY q.article_id
)
SELECT
    s.story_id,
    s.title AS story,
    s.outlet_count,
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    a.agency,
    a.published_on,
    a.published_at,
    a.title,
    a.word_count,
    coalesce(quoted.quote_count, 0) AS quote_count,
    coalesce(quoted.quoted_chars, 0) / greatest(length(a.body), 1) AS quoted_share,
    coalesce(quoted.speakers, []) AS speakers,
    a.copy_of IS NOT NULL AS is_copy,
    a.url,
    a.source_uri,
    a.article_id
FROM stories AS s
JOIN articles AS a ON a.story_id = s.story_id
LEFT JOIN quoted ON quoted.article_id = a.article_id
ORDER BY s.outlet_count DESC, s.article_count DESC, s.story_id, a.published_on NULLS LAST, a.published_at NULLS LAST, a.article_id
