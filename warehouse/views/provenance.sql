-- How each statement travelled: who had it first, and whence every other report has it. Grain: one row an article that has the
-- utterance, of statements in more than one article; those of one utterance together, `step` by step in the order of time
-- (of one day an agency's own report first; reports without a day come last). `got_by` says how: 'first' ('undated' where none has a day); 'copy' (its text is nearly that of the article `from_…`);
-- 'agency' (the wire it names; `from_…` is the first report before it that names the same one, if any has it); 'same words', 'part'
-- and 'other words' (beside the earlier wording that shares most words with its own, the earliest of several; `shared_words` is
-- that share of both, 0 to 1). What stands earlier is where a report may have it from, not a proof that it has.
CREATE VIEW provenance AS
WITH reports AS (
    SELECT
        q.utterance_id,
        q.article_id,
        arg_max(q.text, (CASE WHEN q.kind = 'indirect' THEN 0 ELSE 1 END, length(q.text), -q.ordinal)) AS text,
        any_value(a.published_on) AS published_on,
        any_value(a.published_at) AS published_at,
        any_value(coalesce(a.outlet, a.outlet_domain, a.source_uri)) AS outlet,
        any_value(a.agency) AS agency,
        any_value(a.copy_of) AS copy_of,
        any_value(a.url) AS url,
        any_value(a.source_uri) AS source_uri
    FROM quotes AS q
    JOIN articles AS a ON a.article_id = q.article_id
    WHERE q.utterance_id IS NOT NULL
    GROUP BY q.utterance_id, q.article_id
),
told AS (
    -- Lists, not windows: few rows in a window may end in an internal error of DuckDB (its issue 25713).
    SELECT
        utterance_id,
        min(published_on) AS first_on,
        list(
            {
                'article_id': article_id,
                'text': text,
                'words': list_distinct(regexp_extract_all(lower(strip_accents(text)), '\w+')),
                'published_on': published_on,
                'published_at': published_at,
                'outlet': outlet,
                'agency': agency,
                'copy_of': copy_of,
                'url': url,
                'source_uri': source_uri
            }
            ORDER BY published_on NULLS LAST, outlet IS DISTINCT FROM agency, published_at NULLS LAST, copy_of IS NOT NULL, article_id
        ) AS reports
    FROM reports
    GROUP BY utterance_id
    HAVING count(*) > 1
),
steps AS (
    SELECT utterance_id, first_on, reports, unnest(reports) AS later, generate_subscripts(reports, 1) AS step FROM told
),
compared AS (
    SELECT
        * EXCLUDE (reports),
        len(reports) AS report_count,
        list_transform(
            reports[:step - 1],
            lambda earlier: {
                'earlier': earlier,
                'is_original': coalesce(later.copy_of = earlier.article_id OR later.copy_of = earlier.copy_of, false),
                'is_same_agency': coalesce(later.agency = earlier.agency, false),
                'common': len(list_intersect(later.words, earlier.words))
            }
        ) AS pairs
    FROM steps
),
sources AS (
    -- The original of a copy before a report of the same agency, that before the nearest wording; the earliest of equals.
    SELECT
        * EXCLUDE (pairs),
        list_sort(list_transform(
            pairs,
            lambda pair, place: {
                'is_other_text': NOT pair.is_original,
                'is_other_agency': NOT pair.is_same_agency,
                'difference': -pair.common / greatest(len(later.words) + len(pair.earlier.words) - pair.common, 1),
                'step': place,
                'article_id': pair.earlier.article_id,
                'outlet': pair.earlier.outlet,
                'is_original': pair.is_original,
                -- What a report has from a wire it has from no other wire, and from nobody who names none.
                'is_likely': later.agency IS NULL OR pair.is_original OR pair.is_same_agency,
                'is_whole': pair.common = len(later.words),
                'shared': pair.common / greatest(len(later.words) + len(pair.earlier.words) - pair.common, 1)
            }
        ))[1] AS source
    FROM compared
)
SELECT
    s.utterance_id,
    coalesce(speaker.name, '') AS speaker,
    u.text AS fullest_text,
    s.step,
    s.later.outlet AS outlet,
    s.later.agency AS agency,
    s.later.published_on AS published_on,
    s.later.published_at AS published_at,
    date_diff('day', s.first_on, s.later.published_on) AS days_after,
    CASE
        WHEN s.step = 1 AND s.later.published_on IS NULL THEN 'undated'
        WHEN s.step = 1 THEN 'first'
        WHEN s.source.is_original THEN 'copy'
        WHEN s.later.agency IS NOT NULL THEN 'agency'
        WHEN s.source.shared = 1 THEN 'same words'
        WHEN s.source.is_whole THEN 'part'
        ELSE 'other words'
    END AS got_by,
    CASE WHEN s.source.is_likely THEN s.source.outlet END AS from_outlet,
    CASE WHEN s.source.is_likely THEN s.source.article_id END AS from_article_id,
    s.source.shared AS shared_words,
    s.later.text AS text,
    s.report_count,
    s.later.url AS url,
    s.later.source_uri AS source_uri,
    s.later.article_id AS article_id
FROM sources AS s
JOIN utterances AS u ON u.utterance_id = s.utterance_id
LEFT JOIN entities AS speaker ON speaker.entity_id = u.speaker_entity_id
ORDER BY s.report_count DESC, s.utterance_id, s.step
