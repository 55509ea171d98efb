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
steps AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY utterance_id
            ORDER BY published_on NULLS LAST, outlet IS DISTINCT FROM agency, published_at NULLS LAST, copy_of IS NOT NULL, article_id
        ) AS step,
        min(published_on) OVER (PARTITION BY utterance_id) AS first_on,
        count(*) OVER (PARTITION BY utterance_id) AS report_count,
        list_distinct(regexp_extract_all(lower(strip_accents(text)), '\w+')) AS words
    FROM reports
),
pairs AS (
    SELECT
        later.utterance_id,
        later.article_id,
        earlier.step,
        coalesce(later.copy_of = earlier.article_id OR later.copy_of = earlier.copy_of, false) AS is_original,
        coalesce(later.agency = earlier.agency, false) AS is_same_agency,
        len(list_intersect(later.words, earlier.words)) AS common,
        {
            'article_id': earlier.article_id,
            'outlet': earlier.outlet,
            'is_original': is_original,
            -- What a report has from a wire it has from no other wire, and from nobody who names none.
            'is_likely': later.agency IS NULL OR is_original OR is_same_agency,
            'is_whole': common = len(later.words),
            'shared': common / greatest(len(later.words) + len(earlier.words) - common, 1)
        } AS source
    FROM steps AS later
    JOIN steps AS earlier ON earlier.utterance_id = later.utterance_id AND earlier.step < later.step
),
sources AS (
    -- The original of a copy before a report of the same agency, that before the nearest wording; the earliest of equals.
    SELECT
        utterance_id,
        article_id,
        arg_min(source, (NOT is_original, NOT is_same_agency, -source.shared, step)) AS source
    FROM pairs
    GROUP BY utterance_id, article_id
)
SELECT
    s.utterance_id,
    coalesce(speaker.name, '') AS speaker,
    u.text AS fullest_text,
    s.step,
    s.outlet,
    s.agency,
    s.published_on,
    s.published_at,
    date_diff('day', s.first_on, s.published_on) AS days_after,
    CASE
        WHEN s.step = 1 AND s.published_on IS NULL THEN 'undated'
        WHEN s.step = 1 THEN 'first'
        WHEN sources.source.is_original THEN 'copy'
        WHEN s.agency IS NOT NULL THEN 'agency'
        WHEN sources.source.shared = 1 THEN 'same words'
        WHEN sources.source.is_whole THEN 'part'
        ELSE 'other words'
    END AS got_by,
    CASE WHEN sources.source.is_likely THEN sources.source.outlet END AS from_outlet,
    CASE WHEN sources.source.is_likely THEN sources.source.article_id END AS from_article_id,
    sources.source.shared AS shared_words,
    s.text,
    s.report_count,
    s.url,
    s.source_uri,
    s.article_id
FROM steps AS s
JOIN utterances AS u ON u.utterance_id = s.utterance_id
LEFT JOIN entities AS speaker ON speaker.entity_id = u.speaker_entity_id
LEFT JOIN sources ON sources.utterance_id = s.utterance_id AND sources.article_id = s.article_id
WHERE s.report_count > 1
ORDER BY s.report_count DESC, s.utterance_id, s.step
