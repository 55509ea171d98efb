-- Quotes by whom a search names as their speaker, under any spelling, those said for an organization included; none where it names nobody.
-- `$speakers` are the ids that bear the name `$speaker`. Grain: one row a quote.
CREATE OR REPLACE TEMP TABLE said AS
SELECT quote_id, article_id
FROM quotes
WHERE
    $speaker::VARCHAR IS NOT NULL
    AND (
        list_contains($speakers::VARCHAR[], speaker_entity_id)
        OR list_contains($speakers::VARCHAR[], speaker_stands_for_entity_id)
        OR fold_name(speaker_name) = fold_name($speaker)
    )
