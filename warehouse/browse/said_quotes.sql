-- The quotes that `search_said` has put aside, newest first. Grain: one row a quote.
SELECT
    n.published_on, n.outlet, n.speaker, n.stands_for, n.text, n.kind, n.cue, n.occasion, n.confidence, n.title, n.url, n.article_id, n.quote_id,
    n.utterance_id
FROM said AS s
JOIN named_quotes AS n ON n.article_id = s.article_id AND n.ordinal = s.ordinal
WHERE
    n.kind <> 'scare'
    AND ($since::DATE IS NULL OR n.published_on >= $since::DATE)
    AND ($until::DATE IS NULL OR n.published_on <= $until::DATE)
ORDER BY n.published_on DESC NULLS LAST, n.published_at DESC NULLS LAST, n.article_id, n.ordinal
LIMIT $limit OFFSET $offset
