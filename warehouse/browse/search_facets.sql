-- What a search over articles finds, by outlet, language, agency and month. Grain: one row a facet and value, at most twelve a facet.
WITH hits AS (
    SELECT article_id FROM search_hits($words)
    UNION ALL
    SELECT article_id FROM articles WHERE $words = ''
),
found AS (
    SELECT coalesce(a.outlet, a.outlet_domain) AS outlet, a.language, a.agency, strftime(a.published_on, '%Y-%m') AS month
    FROM hits AS h
    JOIN articles AS a ON a.article_id = h.article_id
    WHERE
        ($outlet::VARCHAR IS NULL OR fold_name(coalesce(a.outlet, a.outlet_domain)) = fold_name($outlet))
        AND ($language::VARCHAR IS NULL OR a.language = $language)
        AND ($since::DATE IS NULL OR a.published_on >= $since::DATE)
        AND ($until::DATE IS NULL OR a.published_on <= $until::DATE)
        AND ($copies OR a.copy_of IS NULL)
        AND ($person::VARCHAR IS NULL OR a.article_id IN (
            SELECT m.article_id FROM mentions AS m WHERE m.entity_id IN (SELECT entity_id FROM entities_called($person))
        ))
        AND ($speaker::VARCHAR IS NULL OR a.article_id IN (
            SELECT q.article_id
            FROM quotes AS q
            WHERE q.speaker_entity_id IN (SELECT entity_id FROM entities_called($speaker)) OR fold_name(q.speaker_name) = fold_name($speaker)
        ))
)
SELECT
    CASE grouping(outlet, language, agency, month) WHEN 7 THEN 'outlet' WHEN 11 THEN 'language' WHEN 13 THEN 'agency' ELSE 'month' END AS facet,
    coalesce(outlet, language, agency, month) AS value,
    count(*) AS article_count
FROM found
GROUP BY GROUPING SETS ((outlet), (language), (agency), (month))
HAVING value IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY facet ORDER BY CASE WHEN facet = 'month' THEN value END DESC, article_count DESC, value) <= 12
ORDER BY facet, CASE WHEN facet = 'month' THEN value END, article_count DESC, value
