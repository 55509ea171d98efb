-- Utterances one of whose wordings has the text, accents and case aside. Grain: one row a quote; those of one utterance together.
SELECT w.utterance_id, w.speaker, w.fullest_text, w.outlet_count, w.published_on, coalesce(w.outlet, w.source_uri) AS outlet, w.agency, w.kind, w.text, w.is_in_copy
FROM wordings AS w
WHERE w.utterance_id IN (
    SELECT q.utterance_id FROM quotes AS q WHERE contains(fold_name(q.text), fold_name($words)) AND fold_name($words) <> ''
)
ORDER BY w.outlet_count DESC, w.quote_count DESC, w.utterance_id, w.published_on NULLS LAST, w.article_id, w.quote_id
