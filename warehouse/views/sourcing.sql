-- Whom each outlet lets speak: named and unnamed people, organizations, papers, posts. Grain: one row an outlet and kind of speaker;
-- words in marks within a report count once, and what nobody is said to have said does not count.
CREATE VIEW sourcing AS
SELECT
    coalesce(a.outlet, a.outlet_domain) AS outlet,
    q.speaker_kind,
    count(*) AS quote_count,
    count(DISTINCT q.article_id) AS article_count,
    count(*) / sum(count(*)) OVER (PARTITION BY coalesce(a.outlet, a.outlet_domain)) AS share
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
WHERE q.kind <> 'scare' AND q.contains_quote_id IS NULL
GROUP BY coalesce(a.outlet, a.outlet_domain), q.speaker_kind
ORDER BY outlet NULLS LAST, quote_count DESC, q.speaker_kind
