-- Spellings of names that have come or gone: how often each type is shown of these may be otherwise than in the snapshot in service.
-- All spellings where names have gone of which the lake knows nothing any more. Grain: one row a spelling.
CREATE TABLE scratch.main.counted_spellings AS
WITH moved AS (
    SELECT version FROM unlabelled_versions UNION ALL SELECT version FROM left_versions
)
SELECT DISTINCT unnest(spellings) AS spelling
FROM lake_names
WHERE version IN (FROM moved) OR EXISTS (FROM left_versions AS l ANTI JOIN lake_features AS f ON f.version = l.version)
