-- Spellings of names that have come or gone: how often each type is shown of these may be otherwise than in the snapshot in service.
-- All spellings where names have gone of which the lake knows nothing any more. Grain: one row a spelling.
CREATE TABLE scratch.main.counted_spellings AS
SELECT DISTINCT unnest(spellings) AS spelling
FROM (
    FROM arriving_names
    UNION ALL
    SELECT n.* FROM lake_names AS n SEMI JOIN left_versions AS v ON v.version = n.version
    UNION ALL
    SELECT n.* FROM lake_names AS n JOIN (FROM left_versions AS l ANTI JOIN lake_features AS f ON f.version = l.version LIMIT 1) ON true
)
