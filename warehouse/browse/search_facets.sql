-- What a search over articles finds, by outlet, language, agency and month. Reads what `search_found_articles` has put aside. Grain: one row a
-- facet and value, at most twelve a facet.
WITH told AS (
    SELECT coalesce(a.outlet, a.outlet_domain) AS outlet, a.language, a.agency, strftime(a.published_on, '%Y-%m') AS month
    FROM found AS f
    JOIN articles AS a ON a.article_id = f.article_id
)
SELECT
    CASE grouping(outlet, language, agency, month) WHEN 7 THEN 'outlet' WHEN 11 THEN 'language' WHEN 13 THEN 'agency' ELSE 'month' END AS facet,
    coalesce(outlet, language, agency, month) AS value,
    count(*) AS article_count
FROM told
GROUP BY GROUPING SETS ((outlet), (language), (agency), (month))
HAVING value IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY facet ORDER BY CASE WHEN facet = 'month' THEN value END DESC, article_count DESC, value) <= 12
ORDER BY facet, CASE WHEN facet = 'month' THEN value END, article_count DESC, value
