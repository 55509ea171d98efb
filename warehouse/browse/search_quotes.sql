-- Quotes that a search finds, best first; without words those that the filters leave, newest first. Grain: one row a quote; `found` is how
-- many there are in all. Each filter that is null filters nothing; `$copies` false leaves out the quotes of copies.
WITH hits AS (
    SELECT quote_id, score FROM search_quotes($words)
    UNION ALL
    SELECT quote_id, 0.0 FROM quotes WHERE $words = '' AND kind <> 'scare'
),
best AS (
    SELECT h.score, q.quote_id, a.published_on, count(*) OVER () AS found
    FROM hits AS h
    JOIN quotes AS q ON q.quote_id = h.quote_id
    JOIN articles AS a ON a.article_id = q.article_id
    WHERE
        ($outlet::VARCHAR IS NULL OR fold_name(coalesce(a.outlet, a.outlet_domain)) = fold_name($outlet))
        AND ($language::VARCHAR IS NULL OR a.language = $language)
        AND ($since::DATE IS NULL OR a.published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR a.published_on <= $until::DATE)
        AND ($copies OR a.copy_of IS NULL)
        AND ($person::VARCHAR IS NULL OR a.article_id IN (
            SELECT m.article_id FROM mentions AS m WHERE m.entity_id IN (SELECT entity_id FROM entities_called($person))
        ))
        AND (
            $speaker::VARCHAR IS NULL
            OR q.speaker_entity_id IN (SELECT entity_id FROM entities_called($speaker))
            OR q.speaker_stands_for_entity_id IN (SELECT entity_id FROM entities_called($speaker))
            OR fold_name(q.speaker_name) = fold_name($speaker)
        )
    ORDER BY h.score DESC, a.published_on DESC NULLS LAST, q.quote_id
    LIMIT $limit OFFSET $offset
)
SELECT
    round(b.score, 3) AS score, n.published_on, n.outlet, n.speaker, n.text, n.kind, n.cue, n.occasion, n.confidence, n.title, n.url,
    n.article_id, n.ordinal, n.quote_id, n.utterance_id, n.speaker_entity_id AS entity_id, b.found
FROM best AS b
JOIN named_quotes AS n ON n.quote_id = b.quote_id
ORDER BY b.score DESC, b.published_on DESC NULLS LAST, b.quote_id
