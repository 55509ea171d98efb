-- Quotes by whom a search names as their speaker, under any spelling, those said for an organization included; none where it names nobody.
-- `$speakers` are the ids that bear the name `$speaker`. Grain: one row a quote.
CREATE OR REPLACE TEMP TABLE said AS
SELECT article_id, ordinal FROM quotes WHERE speaker_entity_id IN (SELECT unnest($speakers::VARCHAR[]))
UNION
SELECT article_id, ordinal FROM quotes WHERE speaker_stands_for_entity_id IN (SELECT unnest($speakers::VARCHAR[]))
UNION
SELECT article_id, ordinal
FROM quotes
WHERE speaker_entity_id IS NULL AND speaker_name IN (
    -- Each name once: to fold one takes longer than to read it. An entity that speaks bears the name, and is among `$speakers`.
    SELECT speaker_name
    FROM (SELECT DISTINCT speaker_name FROM quotes WHERE speaker_entity_id IS NULL AND $speaker::VARCHAR IS NOT NULL)
    WHERE fold_name(speaker_name) = fold_name($speaker)
)
