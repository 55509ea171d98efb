-- A row is a value that its column may not hold. allowed_values is made from warehouse/schemas.py for the time of the check.
-- Scope: articles, groups
WITH used AS (
    SELECT DISTINCT 'articles' AS table_name, 'published_from' AS column_name, published_from AS value FROM articles
    UNION ALL
    SELECT DISTINCT 'articles', 'title_from', title_from FROM articles
    UNION ALL
    SELECT DISTINCT 'articles', 'authors_from', authors_from FROM articles
    UNION ALL
    SELECT DISTINCT 'blocks', 'role', role FROM blocks
    UNION ALL
    SELECT DISTINCT 'mentions', 'part', part FROM mentions
    UNION ALL
    SELECT DISTINCT 'mentions', 'type', type FROM mentions
    UNION ALL
    SELECT DISTINCT 'entities', 'type', type FROM entities
    UNION ALL
    SELECT DISTINCT 'quotes', 'part', part FROM quotes
    UNION ALL
    SELECT DISTINCT 'quotes', 'kind', kind FROM quotes
    UNION ALL
    SELECT DISTINCT 'quotes', 'speaker_kind', speaker_kind FROM quotes
    UNION ALL
    SELECT DISTINCT 'redirects', 'table_name', table_name FROM redirects
    UNION ALL
    SELECT DISTINCT 'rejections', 'stage', stage FROM rejections
)
SELECT used.table_name, used.column_name, used.value
FROM used
LEFT JOIN allowed_values AS allowed USING (table_name, column_name, value)
WHERE used.value IS NOT NULL AND allowed.table_name IS NULL
