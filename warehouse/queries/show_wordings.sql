-- Utterances one of whose wordings has the text, accents and case aside; where none has, those with all its words in any order.
-- Grain: one row a quote; those of one utterance together.
WITH spoken AS (
    SELECT utterance_id, fold_name(text) AS folded, fold_name($words) AS asked FROM quotes WHERE utterance_id IS NOT NULL AND fold_name($words) <> ''
),
verbatim AS (
    SELECT utterance_id FROM spoken WHERE contains(folded, asked)
),
scattered AS (
    SELECT utterance_id
    FROM spoken
    WHERE NOT EXISTS (FROM verbatim) AND list_has_all(regexp_extract_all(folded, '[\w'']+'), regexp_extract_all(asked, '[\w'']+'))
)
SELECT w.utterance_id, w.speaker, w.fullest_text, w.outlet_count, w.published_on, coalesce(w.outlet, w.source_uri) AS outlet, w.agency, w.kind, w.text, w.is_in_copy
FROM wordings AS w
WHERE w.utterance_id IN (FROM verbatim UNION ALL FROM scattered)
ORDER BY w.outlet_count DESC, w.quote_count DESC, w.utterance_id, w.published_on NULLS LAST, w.article_id, w.quote_id
