-- Statements most repeated from $since to $until. Grain: one row an utterance that several outlets or articles have.
SELECT
    coalesce(e.name, '') AS speaker, u.text, u.outlet_count, u.article_count, u.quote_count, u.first_published_on, u.last_published_on,
    u.utterance_id, u.speaker_entity_id AS entity_id
FROM (
    SELECT *
    FROM utterances
    WHERE
        article_count > 1
        AND ($since::DATE IS NULL OR last_published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR first_published_on <= $until::DATE)
    ORDER BY outlet_count DESC, article_count DESC, quote_count DESC, last_published_on DESC NULLS LAST, utterance_id
    LIMIT $limit OFFSET $offset
) AS u
LEFT JOIN entities AS e ON e.entity_id = u.speaker_entity_id
ORDER BY u.outlet_count DESC, u.article_count DESC, u.quote_count DESC, u.last_published_on DESC NULLS LAST, u.utterance_id
