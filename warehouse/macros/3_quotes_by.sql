-- What somebody said, or what was said for an organization, by any name attested for the speaker. Grain: one row a quote, newest first.
-- quotes_by('any alias'): case, accents, apostrophes and hyphens do not count; an entity id does as well.
CREATE MACRO quotes_by(any_alias) AS TABLE
SELECT q.*
FROM named_quotes AS q
WHERE
    q.kind <> 'scare'
    AND (
        q.speaker_entity_id IN (SELECT entity_id FROM entities_called(any_alias))
        OR q.speaker_stands_for_entity_id IN (SELECT entity_id FROM entities_called(any_alias))
        OR fold_name(q.speaker_name) = fold_name(any_alias)
    )
ORDER BY q.published_on DESC NULLS LAST, q.published_at DESC NULLS LAST, q.article_id, q.ordinal
