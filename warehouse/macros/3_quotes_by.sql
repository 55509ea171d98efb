-- What somebody said, or what was said for a body, by any name attested for the speaker. Grain: one row a quote, newest first.
-- quotes_by('any alias'): case, accents, apostrophes and hyphens do not count; an entity id does as well.
CREATE MACRO quotes_by(any_alias) AS TABLE
SELECT w.*
FROM who_said_what AS w
WHERE
    w.kind <> 'scare'
    AND (
        w.speaker_entity_id IN (SELECT entity_id FROM entities_called(any_alias))
        OR w.speaker_stands_for_entity_id IN (SELECT entity_id FROM entities_called(any_alias))
        OR fold_name(w.speaker_name) = fold_name(any_alias)
    )
ORDER BY w.published_on DESC NULLS LAST, w.article_id, w.ordinal
